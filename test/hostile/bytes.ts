import type net from 'node:net';
import type { ScriptedReply } from '../helpers/scripted-server.js';

/** Ways in which a server can be a nuisance with the very bytes that it sends. */

/** A byte a time, for ever. */
export function drip(text: string, everyMs = 200): ScriptedReply {
  return {
    act: (socket) => {
      let index = 0;
      const timer = setInterval(() => {
        socket.write(text[index % text.length] ?? '');
        index += 1;
      }, everyMs);
      socket.on('close', () => clearInterval(timer));
    },
  };
}

/** The same again, as fast as it is taken, for ever or up to a number of bytes. */
export function flood(text: string, atMost = Number.POSITIVE_INFINITY): ScriptedReply {
  return {
    act: (socket) => {
      const chunk = text.repeat(Math.ceil(16_384 / text.length));
      let sent = 0;
      const pour = () => {
        while (!socket.destroyed && sent < atMost) {
          sent += chunk.length;
          if (!socket.write(chunk)) {
            socket.once('drain', pour);
            return;
          }
        }
      };
      pour();
    },
  };
}

/** A beginning, and then a flood. */
export function thenFlood(beginning: string, text: string): ScriptedReply {
  const poured = flood(text) as { act: (socket: net.Socket) => void };
  return {
    act: (socket) => {
      socket.write(beginning);
      poured.act(socket);
    },
  };
}

/** Tears the connection down with RST. */
export const reset: ScriptedReply = { act: (socket) => socket.resetAndDestroy() };

/** What a terminal would obey: clear screen, window title, hyperlink, clipboard, 8-bit CSI. */
export const ESCAPES =
  '\x1b[2J\x1b]0;owned\x07\x1b]8;;http://evil.example\x07click\x1b]8;;\x07\x1b]52;c;ZXZpbA==\x07\x9b31m';

/** What turns the direction of text round, and joins what is apart. */
export const BIDI = '\u202egnp.exe\u202c \u2066x\u2069 \u200f';
