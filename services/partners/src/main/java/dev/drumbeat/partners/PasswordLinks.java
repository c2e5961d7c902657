package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.AuditEvent;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Ids;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.domain.Versioned;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Ways to a password without telling anybody one: an invitation, or a reset. Who has the link's secret sets the password, once.
 * The link is part of the account's document, so that using it, replacing it and ending the account exclude each other.
 */
public final class PasswordLinks {
    private static final String NAMESPACE = "password-links/";
    private static final int INPUT_MAX_LENGTH = 300;
    private static final int SWEPT_AT_ONCE = 1_000;

    private final PersonStore store;
    private final CompanyStore companies;
    private final AttemptStore attempts;
    private final Passwords passwords;
    private final TokenSecrets secrets;
    private final PasswordMail mail;
    private final Executor later;
    private final Clock clock;

    /** @param company id of the company; the person's id is made from the name when empty */
    public record Wish(String id, String displayName, String email, String company, boolean administrator) {
        @Override
        public String toString() {
            return "Wish[" + company + "]";
        }
    }

    /**
     * A link just made.
     *
     * @param secret empty where a mail server takes it to its person: nobody else needs it then
     */
    public record Made(Account account, PasswordLink link, String secret) {
        @Override
        public String toString() {
            return "Made[" + account + "]";
        }
    }

    /** @param later does what nobody waits for */
    public PasswordLinks(
            PersonStore store,
            CompanyStore companies,
            AttemptStore attempts,
            Passwords passwords,
            TokenSecrets secrets,
            PasswordMail mail,
            Executor later,
            Clock clock) {
        this.store = store;
        this.companies = companies;
        this.attempts = attempts;
        this.passwords = passwords;
        this.secrets = secrets;
        this.mail = mail;
        this.later = later;
        this.clock = clock;
    }

    /** Somebody new, who chooses their own password. */
    public Made invite(Caller caller, Request request, Wish wish) {
        PeopleAuthority.require(caller, wish.company());
        if (wish.administrator() && !PeopleAuthority.ofAll(caller)) {
            throw Refusal.notAllowed("role.manage_all_people", "Only an administrator may make another one.");
        }
        Validation validation = new Validation();
        String displayName = validation.line("display_name", wish.displayName(), 2, 120);
        String email = People.email(validation, wish.email());
        if (!wish.id().isEmpty()) {
            validation.id("person_id", wish.id());
        }
        validation.orRefuse();
        if (companies.find(wish.company()).isEmpty()) {
            throw Refusal.notFound(Company.COLLECTION + "/" + wish.company());
        }
        Optional<Versioned<Account>> before = Writes.madeBefore(store, request);
        if (before.isPresent()) {
            return told(before.get().value());
        }
        People.requireFree(store, email);
        for (String id : Companies.Candidates.ids(wish.id(), displayName)) {
            Person person = new Person(id, displayName, email, wish.company(), wish.administrator(), null);
            Account account = Account.invited(person, link(person, PasswordLink.Purpose.INVITATION));
            Optional<Versioned<Account>> made =
                    Writes.create(store, account, request, List.of(event(caller.actor(), "person.invited", person, 1)));
            if (made.isPresent()) {
                return told(made.get().value());
            }
            People.requireFree(store, email);
        }
        throw Refusal.of(Reason.ALREADY_EXISTS, "person.exists", "There is a person with this id. Choose another id.");
    }

    /** Another link for somebody who lost theirs, or their password. */
    public Made renew(Caller caller, Request request, String name) {
        String id = ResourceName.id(name, Person.COLLECTION);
        People.requireMayManage(
                caller, store.find(id).map(kept -> kept.value().person()).orElse(null), name);
        return told(renew(caller.actor(), request, name, id, "person.password_link_made"));
    }

    private Account renew(Actor actor, Request request, String name, String id, String action) {
        return Writes.change(store, id, name, request, clock.instant(), before -> {
                    Account account = before.value();
                    if (!account.person().isActive()) {
                        throw Refusal.precondition("person.inactive", "This person was deactivated.");
                    }
                    PasswordLink.Purpose purpose =
                            account.hasPassword() ? PasswordLink.Purpose.RESET : PasswordLink.Purpose.INVITATION;
                    return new Writes.Change<>(
                            account.withLink(link(account.person(), purpose)),
                            List.of(event(actor, action, account.person(), before.revision() + 1)));
                })
                .value();
    }

    /**
     * Whoever has this address gets a link by mail. Nobody can tell from the answer, or from the time it takes, whether anybody
     * has it; one who asks too often is not told so either, and gets no more mail.
     */
    public void ask(String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (address.isEmpty() || address.length() > INPUT_MAX_LENGTH) {
            return;
        }
        Optional<Account> account =
                store.findByEmail(address).filter(known -> known.person().isActive());
        String counter = "reset/" + Ids.hash(address);
        try {
            attempts.update(counter, before -> before.next(clock.instant()));
        } catch (Refusal tooOften) {
            return;
        }
        account.ifPresent(known -> later.execute(() -> reset(known.person())));
    }

    private void reset(Person person) {
        String requestId = Ids.random();
        Request request = Request.of(Caller.service("partners"), requestId, requestId);
        Account account =
                renew(Actor.service("partners"), request, person.name(), person.id(), "person.password_reset_asked");
        mail.write(account);
    }

    /** Whose link it is; used, replaced, outdated and invented ones get the same answer. */
    public Account look(String secret) {
        return usable(secret);
    }

    /** Sets the password of the link's person; all their sessions end, and the link with them. */
    public void use(String secret, String newPassword) {
        Account found = usable(secret);
        Validation validation = new Validation();
        PasswordPolicy.check(
                validation, "new_password", newPassword, found.person().email());
        validation.orRefuse();
        String hash = passwords.hash(PasswordPolicy.normalized(newPassword));
        Person person = found.person();
        Versioned<Account> before = store.find(person.id())
                .filter(kept ->
                        found.link() != null && found.link().equals(kept.value().link()))
                .orElseThrow(PasswordLinks::unusable);
        String requestId = Ids.of("password", Ids.hash(secret));
        Actor self = new Actor(person.name(), person.displayName(), Company.COLLECTION + "/" + person.company(), null);
        boolean written = store.replace(
                before,
                before.next(
                        before.value().withPassword(hash),
                        Request.of(Caller.service("partners"), requestId, requestId),
                        clock.instant(),
                        List.of(event(self, "person.password_set", person, before.revision() + 1))));
        if (!written) {
            throw unusable();
        }
        attempts.clear(Sessions.counter(person));
    }

    /** Mail that a crash left unwritten. */
    public void sweep() {
        store.linkedAfter(clock.instant(), SWEPT_AT_ONCE).forEach(mail::write);
    }

    private Account usable(String secret) {
        if (secret.isEmpty() || secret.length() > INPUT_MAX_LENGTH) {
            throw unusable();
        }
        return store.findByLink(Ids.hash(secret))
                .filter(account -> account.person().isActive()
                        && account.link() != null
                        && account.link().isUsable(clock.instant()))
                .orElseThrow(PasswordLinks::unusable);
    }

    private PasswordLink link(Person person, PasswordLink.Purpose purpose) {
        String salt = Ids.secret();
        return new PasswordLink(
                purpose,
                salt,
                Ids.hash(secrets.secret(NAMESPACE + person.id(), salt)),
                clock.instant().plus(purpose.life()));
    }

    private Made told(Account account) {
        PasswordLink link = account.link();
        if (link == null) {
            throw Refusal.precondition("link.used", "This person has chosen a password meanwhile.");
        }
        boolean mailed = mail.write(account);
        return new Made(account, link, mailed ? "" : secret(secrets, account.person(), link));
    }

    static String secret(TokenSecrets secrets, Person person, PasswordLink link) {
        return secrets.secret(NAMESPACE + person.id(), link.salt());
    }

    private AuditEvent event(Actor actor, String action, Person person, long revision) {
        return Writes.event("", clock.instant(), actor, action, person.name(), revision, "", person.json(), "");
    }

    private static Refusal unusable() {
        return Refusal.unauthenticated(
                "link.unusable",
                "This link was used before, was replaced by a newer one, or is too old. Ask for another.");
    }
}
