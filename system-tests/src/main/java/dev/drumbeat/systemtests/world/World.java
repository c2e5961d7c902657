package dev.drumbeat.systemtests.world;

import dev.drumbeat.systemtests.api.Api;
import dev.drumbeat.systemtests.api.Caller;
import dev.drumbeat.systemtests.house.TestHouse;

/** Two partnerships of one owner that must never learn of each other. */
public record World(Partnership alder, Partnership birch) {
    /** Stands in every text of the second partnership and nowhere else. */
    public static final String CANARY = "Zqcanary";

    public static final String OWNER = "meridian";

    public static World create(Api api) {
        Caller administrator = api.signIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD);
        new Setup(administrator).company(OWNER, "Meridian Health");
        World world = new World(
                new Partnership("alder", "Alder", OWNER, "alder-works"),
                new Partnership("zqcanary-birch", CANARY, OWNER, "zqcanary-works"));
        world.alder().create(api, administrator);
        world.birch().create(api, administrator);
        return world;
    }

    /** One more partnership, for a story that changes things. */
    public static Partnership another(Api api, String slug, String words) {
        return another(api, slug, words, 1);
    }

    /** The same with its newest figures that many months ago. */
    public static Partnership another(Api api, String slug, String words, int newest) {
        Partnership partnership = new Partnership(slug, words, OWNER, slug + "-works");
        partnership.create(api, api.signIn(TestHouse.ADMIN_EMAIL, TestHouse.ADMIN_PASSWORD), newest);
        return partnership;
    }
}
