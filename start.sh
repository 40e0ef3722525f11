start () 
{ 
    local n=$1 w=$2 h=$3;
    shift 3;
    $T new-session -d -s $n -x $w -y $h "env HOME=$HOME PATH=$PATH TERM=tmux-256color COLORTERM=truecolor $*; echo EXIT \$?; exec sleep 1000";
    $T resize-window -t $n -x $w -y $h
}
