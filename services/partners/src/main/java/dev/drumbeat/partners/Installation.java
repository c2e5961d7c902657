package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The first administrator of an installation where there is nobody yet. */
public final class Installation {
    static final String COMPANY = "installation";
    static final String ADMINISTRATOR = "administrator";

    private final CompanyStore companies;
    private final PersonStore people;
    private final Passwords passwords;
    private final Clock clock;

    public Installation(CompanyStore companies, PersonStore people, Passwords passwords, Clock clock) {
        this.companies = companies;
        this.people = people;
        this.passwords = passwords;
        this.clock = clock;
    }

    public boolean needsAdministrator() {
        return people.isEmpty();
    }

    /** Makes {@code people/administrator} of {@code companies/installation}, unless somebody is there. Harmless twice, or twice at once. */
    public void begin(String email, String password) {
        if (!people.isEmpty()) {
            return;
        }
        Validation validation = new Validation();
        String address = People.email(validation, email);
        PasswordPolicy.check(validation, "password", password, address);
        validation.orRefuse();
        Instant now = clock.instant();
        Company company = new Company(COMPANY, "Administration", ZoneId.of("UTC"));
        companies.create(Versioned.first(
                company, request("company"), List.of(event(now, "company.created", company.name(), company.json()))));
        Person person = new Person(ADMINISTRATOR, "Administrator", address, COMPANY, true, null);
        people.create(Versioned.first(
                Account.opened(person, passwords.hash(PasswordPolicy.normalized(password))),
                request("administrator"),
                List.of(event(now, "person.created", person.name(), person.json()))));
    }

    private static AuditEvent event(Instant at, String action, String subject, String after) {
        return Writes.event("", at, Actor.service("partners"), action, subject, 1, "", after, "first start");
    }

    private static Request request(String what) {
        return Request.of(Caller.service("partners"), "installation." + what, what);
    }
}
