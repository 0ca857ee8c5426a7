/**
 * What the texts call the place that a check was made from, and what that is in a container or a pod. It is put in afterwards, for
 * forty texts name the machine, nearly all checks run on one, and warnings know no seat. What servers say goes past it.
 */
const SEATS = {
  pod: [
    [/\b(company that (?:hosts|rents out)|hosting provider of) this machine\b/g, '$1 the cluster'],
    [/\bthis machine or for Docker\b/g, 'the cluster'],
    [/\bthis machine, or its container,/g, 'the pod'],
    [/\bthe connecting machine or container itself\b/g, 'the pod itself'],
    [/\b(?:firewall or security group) of this machine\b/g, 'network policies of the cluster'],
    [/\bits own machine\b/g, 'its own pod'],
    [/\bon this machine\b/g, 'in the pod'],
    [/\bthis machine\b/g, 'the pod'],
    [/\bThis machine\b/g, 'The pod'],
  ],
  // What rents out a machine or guards it is the same for its containers.
  container: [
    [/\bthis machine, or its container,/g, 'the container'],
    [/\bthe connecting machine or container itself\b/g, 'the container itself'],
    [/\bits own machine\b/g, 'its own container'],
    [/\bon this machine\b/g, 'in the container'],
    [
      /(?<!hosts |rents out |provider of |security group of )\bthis machine\b(?! or for Docker)/g,
      'the container',
    ],
    [/\bThis machine\b/g, 'The container'],
  ],
  // A text that was pasted may come from anywhere.
  elsewhere: [
    [/\bthis machine, or its container,/g, 'the sending machine, or its container,'],
    [/\bthis network\b/g, 'that network'],
    [/\bunknown here\b/g, 'unknown to the client'],
    [/\b(on|DNS server of) this machine\b/g, '$1 the sending machine or container'],
    [/\bthis machine\b/g, 'the sending machine'],
    [/\bThis machine\b/g, 'The sending machine'],
  ],
} as const;

/** A text about a check that was made in a container or a pod, or about words from elsewhere: nothing is said of this machine. */
export function atSeat(text: string, seat: keyof typeof SEATS): string {
  const seats: readonly (readonly [RegExp, string])[] = SEATS[seat];
  return seats.reduce((said, [words, other]) => said.replace(words, other), text);
}
