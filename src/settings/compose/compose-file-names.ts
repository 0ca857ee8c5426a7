/** The names under which Compose looks for its file, the first that counts first. */
export const COMPOSE_FILE_NAMES = [
  ...['compose.yaml', 'compose.yml'],
  ...['docker-compose.yml', 'docker-compose.yaml'],
];
