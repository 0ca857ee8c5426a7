import type { SaveTexts } from '../interface-texts.js';

export const save: SaveTexts = {
  ask: (file) => `Write this into ${file}?`,
  saved: (file, backup) =>
    `✓ Written into ${file}. The old file, with any password in it, is kept in ${backup}.`,
  refused: {
    'not-tried': () =>
      'Nothing was written: the suggestion was not tried. Try it first, with --uri - or --sender.',
    'refused-in-trial': () =>
      'Nothing was written: the suggestion was tried, and the server did not accept all of it.',
    changed: (file) =>
      `Nothing was written: ${file} has changed since it was read. Run the check again.`,
    'read-only': (file) =>
      `Nothing was written: you may not write ${file} or its folder. Change the line by hand, or ` +
      'run the check as the owner of the file.',
    'outside-link': (file) =>
      `Nothing was written: ${file} is a link to a file in another folder. Run the check there, or ` +
      'change the line by hand.',
    'hard-linked': (file) =>
      `Nothing was written: ${file} has other names (hard links), under which it may serve another purpose. ` +
      'Change the line by hand.',
    'no-space': (file) => `Nothing was written: there is no space left beside ${file}.`,
    'not-a-file': (file) => `Nothing was written: ${file} is not an ordinary file.`,
    failed: (file) => `Nothing was written: the system did not allow ${file} to be changed.`,
    'half-written': (file, _, backup) =>
      `The disk failed while ${file} was written: it may hold only a part of the new content. ` +
      `The old content is in ${backup}. Copy it back.`,
    'no-spelling': (file) =>
      `Nothing was written: the program that reads ${file} cannot read this value in any ` +
      'spelling. Change the line by hand.',
    'no-file': (_, variables) =>
      `Nothing was written: there is no env file here to hold ${variables}. Name one with ` +
      '--settings.',
    'compose-file': (file, variables) =>
      `Nothing was written: ${variables} is under "environment:" in ${file}. Change it there ` +
      'by hand.',
    manifest: (file, variables) =>
      `Nothing was written: ${variables} comes from ${file}, a Kubernetes manifest, which this command does not change. ` +
      `Write the suggested value there by hand, then run: kubectl apply -f ${file}`,
    environment: (_, variables) =>
      `Nothing was written: ${variables} is set in the environment, which wins over every file. ` +
      'Change it there.',
    'command-line': (_, variables) =>
      `Nothing was written: ${variables} was given on the command line, not in a file.`,
  },
};
