package dev.drumbeat.demo.load;

import dev.drumbeat.demo.api.Api;
import dev.drumbeat.demo.api.ApiSession;
import dev.drumbeat.demo.plan.PersonPlan;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody acts as themselves, and signs in once, or again when their session has run out. */
public final class Sessions {
    private final Api api;
    private final String password;
    private final Map<String, ApiSession> open = new ConcurrentHashMap<>();

    public Sessions(Api api, String password) {
        this.api = api;
        this.password = password;
    }

    public ApiSession of(PersonPlan person) {
        return open.computeIfAbsent(person.email(), email -> api.signIn(email, password));
    }

    /** Everybody signs in again: sessions run out when the house's time moves on. */
    public void forget() {
        open.clear();
    }
}
