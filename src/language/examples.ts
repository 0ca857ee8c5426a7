/** How `SMTP_URI` is written. */
export const URI_FORM = 'smtps://user:password@host:465/';

/** An example whose user is a mail address. Its @ is encoded. */
export const URI_EXAMPLE = 'smtps://tailchat%40example.com:password@smtp.example.com:465/';

/** A sender without a name. */
export const SENDER_EXAMPLE = 'tailchat@example.com';

/** How a sender with a name is written, so that every reader of env files but a shell agrees. */
export const NAMED_SENDER = 'SMTP_SENDER=Tailchat <tailchat@example.com>';

/** A value in single quotes, for Compose and dotenv. */
export const QUOTED_SENDER = `SMTP_SENDER='"Tailchat" <tailchat@example.com>'`;

/** How a Service of Kubernetes is called from everywhere in the cluster. */
export const SERVICE_NAME = 'SERVICE.NAMESPACE.svc';

/** The entry of a service in a compose file that gives it the name of the machine around it, on Linux, too. */
export const HOST_GATEWAY = 'extra_hosts: ["host.docker.internal:host-gateway"]';
