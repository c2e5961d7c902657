package dev.drumbeat.partners.process;

import dev.drumbeat.partners.Installation;
import dev.drumbeat.platform.process.Preparation;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets somebody into an empty installation: the one whom the environment names. */
@Singleton
@Order(Ordered.LOWEST_PRECEDENCE)
final class FirstAdministrator implements Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Installation installation;
    private final String email;
    private final String password;

    FirstAdministrator(
            Installation installation,
            @Value("${drumbeat.admin.email:}") String email,
            @Value("${drumbeat.admin.password:}") String password) {
        this.installation = installation;
        this.email = email;
        this.password = password;
    }

    @Override
    public void prepare() {
        if (!installation.needsAdministrator()) {
            return;
        }
        if (email.isBlank() || password.isBlank()) {
            LOG.warn("nobody can sign in yet: set DRUMBEAT_ADMIN_EMAIL and DRUMBEAT_ADMIN_PASSWORD and start again");
            return;
        }
        installation.begin(email, password);
        LOG.info("the first administrator can sign in with the e-mail address of DRUMBEAT_ADMIN_EMAIL");
    }
}
