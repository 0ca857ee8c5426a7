/** What the texts call the place that a check was made from, and what that is in a pod of Kubernetes. */
const SEATS: readonly (readonly [RegExp, string])[] = [
  [/\b(company that (?:hosts|rents out)|hosting provider of) this machine\b/g, '$1 the cluster'],
  [/\bthis machine or for Docker\b/g, 'the cluster'],
  [/\bthis machine, or its container,/g, 'the pod'],
  [/\bthe connecting machine or container itself\b/g, 'the pod itself'],
  [/\b(?:firewall or security group) of this machine\b/g, 'network policies of the cluster'],
  [/\bits own machine\b/g, 'its own pod'],
  [/\bon this machine\b/g, 'in the pod'],
  [/\bthis machine\b/g, 'the pod'],
  [/\bThis machine\b/g, 'The pod'],
];

/** A text about a check that was made in a pod: there nothing is said of a machine. */
export function inPod(text: string): string {
  return SEATS.reduce((said, [words, other]) => said.replace(words, other), text);
}
