package dev.drumbeat.platform.process;

import dev.drumbeat.platform.domain.MailBox;
import dev.drumbeat.platform.domain.MailServer;
import dev.drumbeat.platform.domain.MailStore;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A box for mail and what empties it, where a service keeps mail: where there is a {@link MailStore}. */
@Factory
final class MailFactory {
    private static final Duration DELIVERING_PERIOD = Duration.ofSeconds(10);

    @Singleton
    @Requires(beans = MailStore.class)
    MailServer mailServer(
            @Value("${drumbeat.mail.host:}") String host,
            @Value("${drumbeat.mail.port:587}") int port,
            @Value("${drumbeat.mail.user:}") String user,
            @Value("${drumbeat.mail.password:}") String password,
            @Value("${drumbeat.mail.from:}") String from,
            @Value("${drumbeat.mail.start-tls:required}") String startTls) {
        return new SmtpServer(host, port, user, password, from, startTls);
    }

    @Singleton
    @Requires(beans = MailStore.class)
    MailBox mailBox(MailStore store, MailServer server, Optional<MailBox.Finish> finish, Clock clock) {
        return new MailBox(store, server, finish.orElse(mail -> mail), clock);
    }

    @Singleton
    @Requires(beans = MailStore.class)
    Sweep delivering(MailBox box) {
        return new Sweep("mail-delivering", DELIVERING_PERIOD, box::deliver);
    }
}
