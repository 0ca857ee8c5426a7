"""aiosmtpd as a submission server on 127.0.0.5: 587 with STARTTLS, 465 with TLS from the first byte."""

import os
import ssl
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

USER = os.environ["MAIL_TEST_ALICE"]
PASSWORD = os.environ["MAIL_TEST_ALICE_PASSWORD"]
CERTIFICATES = os.environ["MAIL_TEST_CERTIFICATES"]
LARGEST = int(os.environ["MAIL_TEST_LARGEST"])
DOMAIN = "@tailchat.test"


def authenticate(server, session, envelope, mechanism, login):
    """Takes one user."""
    if not isinstance(login, LoginPassword):
        return AuthResult(success=False, handled=False)
    is_known = login.login.decode() == USER and login.password.decode() == PASSWORD
    return AuthResult(success=is_known, handled=is_known, auth_data=login.login.decode())


class Handler:
    """Refuses what a submission service refuses."""

    async def handle_MAIL(self, server, session, envelope, address, options):
        if address != session.auth_data:
            return "553 5.7.1 Sender address rejected: not owned by user " + str(session.auth_data)
        envelope.mail_from = address
        return "250 2.1.0 Ok"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if not address.endswith(DOMAIN):
            return "554 5.7.1 Relay access denied"
        if address not in (USER, "bob" + DOMAIN):
            return "550 5.1.1 User unknown in local recipient table"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 Ok"

    async def handle_DATA(self, server, session, envelope):
        return "250 2.0.0 Ok: queued as TEST"


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(CERTIFICATES + "/server.pem", CERTIFICATES + "/server.key")
shared = {"hostname": "127.0.0.5", "data_size_limit": LARGEST, "authenticator": authenticate, "auth_required": True}
Controller(Handler(), port=587, tls_context=context, require_starttls=True, **shared).start()
Controller(Handler(), port=465, ssl_context=context, auth_require_tls=False, **shared).start()
while True:
    time.sleep(3600)
