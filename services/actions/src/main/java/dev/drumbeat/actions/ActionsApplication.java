package dev.drumbeat.actions;

import io.micronaut.runtime.Micronaut;

/** The process; everything it can be told is in application.yml. */
public final class ActionsApplication {
    private ActionsApplication() {}

    public static void main(String[] arguments) {
        Micronaut.build(arguments)
                .mainClass(ActionsApplication.class)
                .banner(false)
                .start();
    }
}
