/** What a file is that holds a variable and is no env file: its lines are written in another way. */
export type FileForm = 'unit' | 'quadlet' | 'dockerfile' | 'json';
