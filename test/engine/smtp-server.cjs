// A mail server of a few lines, for a container: takes every login and every mail, in plain text.
require('node:net')
  .createServer((socket) => {
    /** @param {string} line */
    const say = (line) => socket.write(`${line}\r\n`);
    let isMail = false;
    let rest = '';
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      rest += chunk;
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (isMail) {
          isMail = line !== '.';
          if (!isMail) say('250 2.0.0 Ok: queued');
          continue;
        }
        const verb = line.slice(0, 4).toUpperCase();
        isMail = verb === 'DATA';
        if (verb === 'EHLO') say('250-mail\r\n250 AUTH PLAIN');
        else if (verb === 'AUTH') say('235 2.7.0 Authentication successful');
        else if (verb === 'DATA') say('354 End data with <CR><LF>.<CR><LF>');
        else if (verb === 'QUIT') socket.end('221 2.0.0 Bye\r\n');
        else say('250 2.1.0 Ok');
      }
    });
    say('220 mail ESMTP');
  })
  .listen(25);
