import type { MailFacts, MailTexts } from '../mail-texts.js';

function howSent({ sender, machine, date, server }: MailFacts): string {
  return (
    `It was sent with \`tailchat smtp test\` on the machine ${machine}, on ${date}, from ` +
    `${sender} through ${server}.`
  );
}

export const mail: MailTexts = {
  subject: 'Test mail from Tailchat (tailchat smtp test)',
  body: (facts) => [
    'This is a test mail. If you can read it, Tailchat can send mail with these settings: ' +
      'password recovery and mail verification will work.',
    howSent(facts),
    'If you did not expect it, somebody who runs a Tailchat server used your address to try ' +
      'its mail. Nothing else was done with it, and you can delete this mail.',
  ],
};

/** The test mail for the throw-away server, which passes it on to nobody. */
export const sandboxMail: MailTexts = {
  subject: mail.subject,
  body: (facts) => [
    'This is a test mail. It went to the throw-away server of this command and to nobody else, so it says nothing ' +
      'about the mail server that Tailchat will use.',
    howSent(facts),
  ],
};
