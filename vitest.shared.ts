/** What all suites have in common. */
export const SHARED = {
  // A busy machine may hold up what is timed; who works on it sees the first failure.
  retry: process.env.CI ? 1 : 0,
  globalSetup: 'test/helpers/own-temporary-folder.ts',
};
