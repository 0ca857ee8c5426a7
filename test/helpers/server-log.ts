/** A frame of nodemailer's in the server's container. */
export const FRAME =
  '    at SMTPConnection._onData (/app/node_modules/nodemailer/lib/smtp-connection/index.js:752:14)';
/** A line of the log that is about no mail. */
export const usual = (index: number) =>
  `service-core-1  | [2024-06-01T03:12:45.${100 + (index % 900)}Z] INFO  node-1-25/GATEWAY: <= 200 GET /api/${index} [+${421 + (index % 130)} ms]`;

/** An error as `console.error` writes it. */
export const logged = (message: string, response: string, command: string) => [
  `Error: ${message}: ${response}`,
  `${FRAME} {`,
  "  code: 'EENVELOPE',",
  `  response: '${response}',`,
  `  responseCode: ${response.slice(0, 3)},`,
  `  command: '${command}'`,
  '}',
];
