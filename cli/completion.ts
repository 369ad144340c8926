/** `plantshift completion`: what a shell needs to complete commands, options and names. */
import type { CommandDefinition } from './console/command.ts'

const shells = ['bash', 'zsh', 'fish'] as const

/** @param commands all of them, this one too: its script is made from their definitions */
export function completionCommand(commands: () => readonly CommandDefinition[]): CommandDefinition {
  return {
    usage: 'completion <shell>',
    summary: 'print what bash, zsh or fish need to complete commands and names',
    description:
      'Prints a script by which the key TAB completes commands, options, scenarios, files, levers and parameters after --set, outcomes ' +
      'after --outcome, and words of which there are few. It is made from the program as it is installed: print it anew after an ' +
      'update. It runs nothing when TAB is pressed.',
    example: `
plantshift completion bash > ~/.plantshift-completion       # then in ~/.bashrc: source ~/.plantshift-completion
plantshift completion zsh > ~/.plantshift-completion        # then in ~/.zshrc, below compinit: source ~/.plantshift-completion
plantshift completion fish > ~/.config/fish/completions/plantshift.fish`,
    choices: { shell: shells },
    options: [],
    action: async ([shell]) => {
      const { printCompletion } = await import('./actions/completion/print.ts')
      return printCompletion(shell, commands())
    },
  }
}
