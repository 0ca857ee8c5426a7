/** Whether a host is the machine itself. */
export function isLoopback(host: string | undefined): boolean {
  return (
    host !== undefined &&
    /^((?:.*\.)?localhost|(?:::ffff:)?127\.[\d.]+|::1?|0\.0\.0\.0)$/i.test(host)
  );
}
