/**
 * What a file is that holds a variable and is no env file: its lines are written in another way; or what one line of an
 * env file is: a comment, or a command of a shell.
 */
export type FileForm = 'unit' | 'quadlet' | 'dockerfile' | 'json' | 'comment' | 'command';
