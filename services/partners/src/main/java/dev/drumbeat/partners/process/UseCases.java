package dev.drumbeat.partners.process;

import dev.drumbeat.partners.AttemptStore;
import dev.drumbeat.partners.ChangePassword;
import dev.drumbeat.partners.Companies;
import dev.drumbeat.partners.CompanyStore;
import dev.drumbeat.partners.CreatePartnership;
import dev.drumbeat.partners.Directory;
import dev.drumbeat.partners.EndMemberships;
import dev.drumbeat.partners.IngestionTokens;
import dev.drumbeat.partners.Installation;
import dev.drumbeat.partners.LinkInMail;
import dev.drumbeat.partners.Members;
import dev.drumbeat.partners.OwnSessions;
import dev.drumbeat.partners.PartnershipStore;
import dev.drumbeat.partners.Partnerships;
import dev.drumbeat.partners.PasswordLinks;
import dev.drumbeat.partners.PasswordMail;
import dev.drumbeat.partners.Passwords;
import dev.drumbeat.partners.People;
import dev.drumbeat.partners.PersonStore;
import dev.drumbeat.partners.SessionStore;
import dev.drumbeat.partners.Sessions;
import dev.drumbeat.partners.TokenSecrets;
import dev.drumbeat.partners.TokenStore;
import dev.drumbeat.platform.domain.MailBox;
import dev.drumbeat.platform.process.Sweep;
import dev.drumbeat.platform.process.WarmUp;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The use cases with their ports. */
@Factory
final class UseCases {
    private static final int WARMING_HASHES = 3;
    private static final Duration LEAVING_PERIOD = Duration.ofSeconds(15);
    private static final Duration LINKS_PERIOD = Duration.ofSeconds(30);
    private static final Duration SESSIONS_PERIOD = Duration.ofMinutes(10);

    @Singleton
    Directory directory(PersonStore people, PartnershipStore partnerships, TokenStore tokens, Clock clock) {
        return new Directory(people, partnerships, tokens, clock);
    }

    @Singleton
    Companies companies(CompanyStore companies, PartnershipStore partnerships, Clock clock) {
        return new Companies(companies, partnerships, clock);
    }

    @Singleton
    EndMemberships endMemberships(PersonStore people, PartnershipStore partnerships, Clock clock) {
        return new EndMemberships(people, partnerships, clock);
    }

    @Singleton
    People people(
            PersonStore people,
            CompanyStore companies,
            Passwords passwords,
            EndMemberships endMemberships,
            Clock clock) {
        return new People(people, companies, passwords, endMemberships, clock);
    }

    @Singleton
    Sessions sessions(
            PersonStore people,
            SessionStore sessions,
            AttemptStore attempts,
            Passwords passwords,
            Directory directory,
            Clock clock) {
        return new Sessions(people, sessions, attempts, passwords, directory, clock);
    }

    @Singleton
    OwnSessions ownSessions(PersonStore people, SessionStore sessions, Clock clock) {
        return new OwnSessions(people, sessions, clock);
    }

    @Singleton
    ChangePassword changePassword(
            PersonStore people, SessionStore sessions, AttemptStore attempts, Passwords passwords, Clock clock) {
        return new ChangePassword(people, sessions, attempts, passwords, clock);
    }

    @Singleton
    PasswordMail passwordMail(MailBox box, CompanyStore companies, Clock clock) {
        return new PasswordMail(box, companies, clock);
    }

    @Singleton
    MailBox.Finish linkInMail(
            PersonStore people, TokenSecrets secrets, @Value("${drumbeat.public-address}") String publicAddress) {
        return new LinkInMail(people, secrets, publicAddress);
    }

    @Singleton
    PasswordLinks passwordLinks(
            PersonStore people,
            CompanyStore companies,
            AttemptStore attempts,
            Passwords passwords,
            TokenSecrets secrets,
            PasswordMail mail,
            Clock clock) {
        return new PasswordLinks(
                people, companies, attempts, passwords, secrets, mail, Thread::startVirtualThread, clock);
    }

    /** Mail to people whose link a crash left unmailed. */
    @Singleton
    Sweep linksSweep(PasswordLinks links) {
        return new Sweep("password-links", LINKS_PERIOD, links::sweep);
    }

    @Singleton
    Partnerships partnerships(PartnershipStore partnerships, Directory directory) {
        return new Partnerships(partnerships, directory);
    }

    @Singleton
    CreatePartnership createPartnership(PartnershipStore partnerships, CompanyStore companies, Clock clock) {
        return new CreatePartnership(partnerships, companies, clock);
    }

    @Singleton
    Members members(PartnershipStore partnerships, PersonStore people, Directory directory, Clock clock) {
        return new Members(partnerships, people, directory, clock);
    }

    @Singleton
    IngestionTokens ingestionTokens(
            TokenStore tokens, PartnershipStore partnerships, Directory directory, TokenSecrets secrets, Clock clock) {
        return new IngestionTokens(tokens, partnerships, directory, directory, secrets, clock);
    }

    /** People taken off their partnerships who left. */
    @Singleton
    Sweep leavingSweep(EndMemberships endMemberships) {
        return new Sweep("leaving", LEAVING_PERIOD, endMemberships::sweep);
    }

    /** Old sessions forgotten. */
    @Singleton
    Sweep sessionsSweep(Sessions sessions) {
        return new Sweep("sessions", SESSIONS_PERIOD, sessions::sweep);
    }

    /** The first hashes are the slowest by far, and somebody would wait for them at the sign-in. */
    @Singleton
    WarmUp passwordsWarmUp(Passwords passwords) {
        return () -> {
            for (int i = 0; i < WARMING_HASHES; i++) {
                passwords.pretend("warm-up");
            }
        };
    }

    @Singleton
    Installation installation(CompanyStore companies, PersonStore people, Passwords passwords, Clock clock) {
        return new Installation(companies, people, passwords, clock);
    }
}
