import type { FoundWarning } from '../diagnosis/found-warning.js';
import type { Seat, Texts } from '../language/texts.js';
import type { Warning } from '../report/report.js';
import { localizeOddities } from './localize-oddities.js';
import { providerFacts } from './provider-facts.js';

/**
 * Puts a warning into words.
 *
 * @param seat where the check ran, if not on a machine
 */
export function describeWarning(found: FoundWarning, texts: Texts, seat?: Seat): Warning {
  const { code } = found;
  const said = messageOf(found, texts);
  const message = seat ? texts.atSeat(said, seat) : said;
  const { file, line } = 'file' in found ? found : {};
  return {
    ...{ code, message },
    ...(file === undefined ? {} : { file }),
    ...(file === undefined || line === undefined ? {} : { line }),
    ...(found.code === 'readers-disagree' ? { readers: found.readers } : {}),
  };
}

function messageOf(found: FoundWarning, { warnings, interface: { language } }: Texts): string {
  switch (found.code) {
    case 'credentials-unlikely': {
      const oddities = localizeOddities(found.oddities, language);
      const provider = providerFacts(found.provider, language);
      return warnings[found.code]({ ...found, oddities, provider });
    }
    case 'sender-mismatch-likely':
      return warnings[found.code]({ ...found, provider: providerFacts(found.provider, language) });
    case 'sender-unaligned-likely': {
      const owner = providerFacts(found.owner, language);
      const provider = providerFacts(found.provider, language);
      return warnings[found.code]({ ...found, owner, provider });
    }
    default: {
      // Each code has the text for its own facts, as the table's type ensures.
      const describe = warnings[found.code] as (warning: typeof found) => string;
      return describe(found);
    }
  }
}
