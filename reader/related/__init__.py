"""Pure scoring of related articles: tokens to vectors to ranked ids."""
