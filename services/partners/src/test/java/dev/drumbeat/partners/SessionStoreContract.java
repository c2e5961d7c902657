package dev.drumbeat.partners;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

public abstract class SessionStoreContract {
    private static final Session SESSION =
            new Session("hash", "ada", 1, Samples.NOW, Samples.NOW, new Session.Place("Firefox", "192.0.2.7"));

    protected abstract SessionStore store();

    @Test
    void a_session_is_found_until_it_ends() {
        store().open(SESSION);
        assertThat(store().find("hash")).contains(SESSION);
        assertThat(store().find("other")).isEmpty();

        store().end("hash");
        store().end("hash");

        assertThat(store().find("hash")).isEmpty();
    }

    @Test
    void it_is_seen_later_never_earlier() {
        store().open(SESSION);

        store().touch(SESSION, Samples.NOW.plusSeconds(90));
        store().touch(SESSION, Samples.NOW.plusSeconds(60));

        assertThat(store().find("hash").orElseThrow().lastSeenAt()).isEqualTo(Samples.NOW.plusSeconds(90));
    }

    @Test
    void it_can_be_kept_for_another_epoch() {
        store().open(SESSION);

        store().keep(SESSION.kept(2));

        assertThat(store().find("hash").orElseThrow().epoch()).isEqualTo(2);
    }

    @Test
    void an_ended_one_is_not_brought_back() {
        store().touch(SESSION, Samples.NOW);
        store().keep(SESSION);

        assertThat(store().find("hash")).isEmpty();
    }

    @Test
    void a_person_has_their_own_and_nobody_elses() {
        Session other = new Session("other", "bob", 1, Samples.NOW, Samples.NOW, Session.Place.UNKNOWN);
        Session second = new Session("second", "ada", 1, Samples.NOW, Samples.NOW, Session.Place.UNKNOWN);
        store().open(SESSION);
        store().open(second);
        store().open(other);

        assertThat(store().ofPerson("ada")).containsExactlyInAnyOrder(SESSION, second);
        assertThat(store().ofPerson("nobody")).isEmpty();
    }

    @Test
    void old_ones_are_forgotten() {
        store().open(SESSION);
        store().open(new Session(
                "younger", "ada", 1, Samples.NOW.plusSeconds(1), Samples.NOW.plusSeconds(1), Session.Place.UNKNOWN));

        store().forget(Samples.NOW.plusSeconds(1));

        assertThat(store().find("hash")).isEmpty();
        assertThat(store().find("younger")).isPresent();
    }
}
