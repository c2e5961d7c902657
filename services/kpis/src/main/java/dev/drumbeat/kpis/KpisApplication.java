package dev.drumbeat.kpis;

import io.micronaut.runtime.Micronaut;

/** The process; everything it can be told is in application.yml. */
public final class KpisApplication {
    private KpisApplication() {}

    public static void main(String[] arguments) {
        Micronaut.build(arguments)
                .mainClass(KpisApplication.class)
                .banner(false)
                .start();
    }
}
