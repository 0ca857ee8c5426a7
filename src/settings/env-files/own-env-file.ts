/** The env file of Tailchat's guide. It stands beside the compose file, and Compose reads it. */
export const OWN_ENV_FILE = 'docker-compose.env';
