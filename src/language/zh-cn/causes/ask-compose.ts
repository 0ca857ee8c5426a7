/** Where to see Compose's own words. */
export const ASK_COMPOSE = '运行 `docker compose config --quiet`，看看 Compose 的报错';
