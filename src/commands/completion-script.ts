// Each script asks the command itself, as the scripts of yargs do. The output of yargs depends on $SHELL, which is the login
// shell. The script knows better which shell runs it.

const BASH = String.raw`# tailchat: completion for bash
_tailchat() {
  local current=${'${'}COMP_WORDS[COMP_CWORD]} found
  found=$(SHELL=bash tailchat --get-yargs-completions "${'${'}COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)
  local IFS=$'\n'
  COMPREPLY=($(compgen -W "$found" -- "$current"))
}
complete -o bashdefault -o default -F _tailchat tailchat
`;

const ZSH = `#compdef tailchat
# tailchat: completion for zsh
_tailchat() {
  local -a found
  found=("${'${'}(@f)$(SHELL=zsh tailchat --get-yargs-completions "${'${'}(@)words[1,CURRENT]}" 2>/dev/null)}")
  [[ -n $found[1] ]] && _describe 'tailchat' found || _files
}
if [[ $funcstack[1] == _tailchat ]]; then _tailchat "$@"; else compdef _tailchat tailchat; fi
`;

const FISH = `# tailchat: completion for fish
function __tailchat
  set -l words (commandline -opc) (commandline -ct)
  set -l found (SHELL=fish tailchat --get-yargs-completions $words 2>/dev/null)
  if set -q found[1]
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c tailchat -f -a '(__tailchat)'
`;

/** The script that teaches a shell to complete our command. */
export function completionScript(shell: 'bash' | 'zsh' | 'fish'): string {
  return { bash: BASH, zsh: ZSH, fish: FISH }[shell];
}
