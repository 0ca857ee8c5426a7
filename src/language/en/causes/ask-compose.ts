/** Where to see Compose's own words. */
export const ASK_COMPOSE = 'Run `docker compose config --quiet` to see what Compose says about it';
