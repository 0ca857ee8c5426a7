/** The env file of Tailchat's guide, beside its compose file: Compose reads it. */
export const OWN_ENV_FILE = 'docker-compose.env';
