/** How the settings protect the connection (RFC 8314, RFC 3207). */
export type Security = 'tls' | 'starttls-if-offered' | 'starttls' | 'none';
