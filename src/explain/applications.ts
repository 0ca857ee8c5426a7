import type { ApplicationFacts } from '../report/application-facts.js';

/**
 * Where an application writes why a mail was not sent: a file, a command or a place in its pages, as its own documentation has
 * them. The texts are the same in every language.
 */
interface Application extends ApplicationFacts {
  /** Matches the lines of its log. */
  words: RegExp;
}

const APPLICATIONS: readonly Application[] = [
  {
    name: 'Gitea',
    words: /\bgitea\b|\bforgejo\b|gomail: could not send/i,
    log: 'docker logs gitea',
    more: '[log] LEVEL = debug',
  },
  {
    name: 'Ghost',
    words: /\bghost(?:_|\.org|\/|\b.{0,20}\bapi\/admin\b)|GhostMailer/i,
    log: 'docker logs ghost',
  },
  {
    name: 'Home Assistant',
    words: /\bhomeassistant\b|\bhome assistant\b/i,
    log: 'home-assistant.log',
    more: 'logger: logs: homeassistant.components.smtp: debug',
  },
  {
    name: 'Keycloak',
    words: /\bkeycloak\b|KC-SERVICES/i,
    log: 'docker logs keycloak',
    more: 'KC_LOG_LEVEL=org.keycloak.email:debug',
  },
  {
    name: 'Nextcloud',
    words: /\bnextcloud\b|\boccweb\b|mail_smtp(?:mode|host)|settings\/admin\/mailtest/i,
    log: 'data/nextcloud.log',
    more: "'mail_smtpdebug' => true, 'loglevel' => 0",
  },
  {
    name: 'Vaultwarden',
    words: /\bvaultwarden\b|\bbitwarden_rs\b|\(test_smtp\)|\/admin\/test\/smtp/i,
    log: 'docker logs vaultwarden',
    more: 'SMTP_DEBUG=true, LOG_LEVEL=debug',
  },
  { name: 'Mastodon', words: /\bmastodon\b/i, log: 'docker compose logs sidekiq' },
  { name: 'GitLab', words: /\bgitlab\b/i, log: 'gitlab-ctl tail sidekiq' },
  { name: 'Discourse', words: /\bdiscourse\b/i, log: '/logs, ./launcher logs app' },
  { name: 'Rocket.Chat', words: /\brocket\.?chat\b/i, log: 'docker compose logs rocketchat' },
  {
    name: 'Mattermost',
    words: /\bmattermost\b/i,
    log: 'mattermost.log, docker compose logs mattermost',
    more: 'LogSettings.FileLevel = DEBUG',
  },
  {
    name: 'Grafana',
    words: /\bgrafana\b|logger=alerting\.notifier/i,
    log: 'docker logs grafana',
    more: 'GF_LOG_LEVEL=debug',
  },
  {
    name: 'Alertmanager',
    words: /\balertmanager\b/i,
    log: 'docker logs alertmanager',
    more: '--log.level=debug',
  },
  { name: 'Zabbix', words: /\bzabbix\b/i, log: '/var/log/zabbix/zabbix_server.log' },
  { name: 'n8n', words: /\bn8n\b/i, log: 'docker logs n8n', more: 'N8N_LOG_LEVEL=debug' },
  {
    name: 'WordPress',
    words: /\bwordpress\b|\bwp-(?:content|includes|mail)|\bwp_mail\b/i,
    log: 'wp-content/debug.log',
    more: "define('WP_DEBUG_LOG', true)",
  },
  {
    name: 'Laravel',
    words: /\blaravel\b|\bIlluminate\\|\b(?:local|production)\.ERROR\b/i,
    log: 'storage/logs/laravel.log',
  },
  {
    name: 'Symfony',
    words: /\bSymfony\b|\bMAILER_DSN\b/i,
    log: 'var/log/dev.log, var/log/prod.log',
    more: 'bin/console mailer:test you@example.com -vvv',
  },
  { name: 'Strapi', words: /\bstrapi\b/i, log: 'docker logs strapi' },
  {
    name: 'Directus',
    words: /\bdirectus\b/i,
    log: 'docker logs directus',
    more: 'LOG_LEVEL=debug',
  },
  { name: 'Supabase', words: /\bsupabase\b|\bgotrue\b/i, log: 'docker logs supabase-auth' },
  {
    name: 'authentik',
    words: /\bauthentik\b/i,
    log: 'docker compose logs worker',
    more: 'docker compose exec worker ak test_email you@example.com',
  },
  {
    name: 'Jira, Confluence',
    words: /\batlassian\b|\bjira\b|\bconfluence\b/i,
    log: 'atlassian-jira-outgoing-mail.log',
  },
  { name: 'Jenkins', words: /\bjenkins\b|\bhudson\b/i, log: '/log/all, docker logs jenkins' },
  { name: 'SonarQube', words: /\bsonar(?:qube)?\b/i, log: 'logs/web.log' },
  { name: 'Zammad', words: /\bzammad\b/i, log: '/var/log/zammad/production.log' },
  {
    name: 'Odoo',
    words: /\bodoo\b|\bopenerp\b|\bir_mail_server\b/i,
    log: 'docker logs odoo',
    more: '--log-level=debug_smtp',
  },
  { name: 'ERPNext', words: /\berpnext\b|\bfrappe\b/i, log: 'Error Log, Email Queue' },
  {
    name: 'Moodle',
    words: /\bmoodle\b/i,
    log: 'Site administration > Server > Test outgoing mail configuration',
    more: '$CFG->debugsmtp = true',
  },
  { name: 'Uptime Kuma', words: /\buptime[- ]?kuma\b/i, log: 'docker logs uptime-kuma' },
  { name: 'Jellyfin', words: /\bjellyfin\b/i, log: 'log_*.log' },
  {
    name: 'Radarr, Sonarr',
    words: /\b(?:radarr|sonarr|lidarr|prowlarr)\b|NzbDrone/i,
    log: 'System > Log Files',
  },
];

/** The most characters of a line that are searched for a name. */
const LONGEST = 4096;

/** Whether a word is only a part of somebody's own name, such as `cd-jenkins`. Compose's `shop-jenkins-1` is none. */
function isPartOfName(text: string, { 0: word, index }: RegExpExecArray): boolean {
  const end = index + word.length;
  return /\w-$/.test(text.slice(0, index)) && !/^-\d/.test(text.slice(end));
}

/** The application that a line names; undefined where it names none. */
export function applicationIn(line: string): ApplicationFacts | undefined {
  const text = line.slice(0, LONGEST);
  const found = APPLICATIONS.find(({ words }) => {
    const match = words.exec(text);
    return match !== null && !isPartOfName(text, match);
  });
  if (!found) return undefined;
  const { words: _, ...facts } = found;
  return facts;
}
