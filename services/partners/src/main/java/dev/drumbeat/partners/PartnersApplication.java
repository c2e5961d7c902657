package dev.drumbeat.partners;

import io.micronaut.runtime.Micronaut;

/** The process; everything it can be told is in application.yml. */
public final class PartnersApplication {
    private PartnersApplication() {}

    public static void main(String[] arguments) {
        Micronaut.build(arguments)
                .mainClass(PartnersApplication.class)
                .banner(false)
                .start();
    }
}
