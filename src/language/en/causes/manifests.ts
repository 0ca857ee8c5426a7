import type { ProblemTexts } from '../../plans/settings.js';
import { place } from '../phrases.js';

/** What Kubernetes refuses in a manifest. */
export const MANIFEST_REFUSALS: ProblemTexts = {
  'stray-yaml': (facts) => ({
    title: `${facts.file ?? 'The file'} is neither a compose file nor a manifest of Kubernetes`,
    explanation:
      'It holds the variables below another key, as the values of a Helm chart do: what a container gets of them only the chart says.',
    nextSteps: [
      'For a Helm chart, write down what it makes, and name that file: helm template RELEASE CHART -f VALUES > rendered.yaml',
      'Otherwise name the compose file, the manifest or the env file that Tailchat gets',
    ],
  }),
  'bad-base64': (facts) => ({
    title: `${place(facts)}: the value of ${facts.about ?? 'a key'} below data is not base64`,
    explanation: 'Below data a Secret holds base64, and Kubernetes refuses anything else there.',
    nextSteps: ['Move the line below stringData: there the value stands as it is'],
  }),
  'not-text': (facts) => ({
    title: `${place(facts)}: the value of ${facts.about ?? 'a key'} is no text`,
    explanation: 'Kubernetes refuses a number, a truth value or a list where it wants text.',
    nextSteps: ['Put the value in quotation marks'],
  }),
  'key-missing': (facts) => ({
    title: `${place(facts)} names the key ${facts.about ?? ''}, which is not there`,
    explanation: 'The container does not start before its ConfigMap or Secret has the key.',
    nextSteps: [
      'Correct the key here, or add it to the ConfigMap or Secret: its name is the name of a variable',
    ],
  }),
};
