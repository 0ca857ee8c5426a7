import { formOf } from '../../plans/manifests.js';
import type { ProblemTexts } from '../../plans/settings.js';
import { place } from '../phrases.js';

/** What Kubernetes refuses in a manifest. */
export const MANIFEST_REFUSALS: ProblemTexts = {
  'stray-yaml': (facts) => ({
    title: `${facts.file ?? 'The file'} is neither a compose file nor a Kubernetes manifest`,
    explanation:
      'It looks like the values of a Helm chart, where the chart decides what a container gets.',
    nextSteps: [
      'For a Helm chart, render it and name that file: helm template RELEASE CHART -f VALUES > rendered.yaml',
      'Otherwise name the compose file, manifest or env file that Tailchat uses',
    ],
  }),
  kustomization: ({ file = 'The file' }) => ({
    title: `${file} tells Kustomize what to make manifests of: only those show what a container gets`,
    explanation: 'No file that was read holds SMTP_URI in a form that Kubernetes takes.',
    nextSteps: ['Render them and name that file: kubectl kustomize FOLDER > rendered.yaml'],
  }),
  'bad-base64': (facts) => ({
    title: `${place(facts)}: the value of ${facts.about ?? 'a key'} under data is not base64`,
    explanation: 'Under data a Secret holds base64. Kubernetes refuses anything else there.',
    nextSteps: ['Move the line under stringData:, where values are written as they are'],
  }),
  'cut-base64': (facts) => ({
    title: `${place(facts)}: the value of ${facts.about ?? 'a key'} under data is not valid base64`,
    explanation:
      'Kubernetes refuses it. It may have been cut or broken over lines when it was copied, or never encoded.',
    nextSteps: [
      `Remove the line, and write the value itself, not base64, under stringData: ${formOf(facts)}`,
    ],
  }),
  'not-text': (facts) => ({
    title: `${place(facts)}: the value of ${facts.about ?? 'a key'} is not text`,
    explanation: 'Kubernetes refuses a number, true, false or a list where it expects text.',
    nextSteps: ['Put the value in quotation marks'],
  }),
  template: (facts) => ({
    title: `${place(facts)}: the value of ${facts.about ?? 'a key'} is a Helm template, {{ … }}`,
    explanation: 'Helm fills in the value when it renders the chart, so nobody knows it yet.',
    nextSteps: [
      'Render the chart and name that file: helm template RELEASE CHART -f VALUES > rendered.yaml',
    ],
  }),
  'key-missing': (facts) => ({
    title: `${place(facts)} names the key ${facts.about ?? ''}, which does not exist`,
    explanation: 'The container does not start until its ConfigMap or Secret has the key.',
    nextSteps: ['Correct the key here, or add it to the ConfigMap or Secret'],
  }),
};
