package dev.drumbeat.cadence;

import io.micronaut.runtime.Micronaut;

/** The process; everything it can be told is in application.yml. */
public final class CadenceApplication {
    private CadenceApplication() {}

    public static void main(String[] arguments) {
        Micronaut.build(arguments)
                .mainClass(CadenceApplication.class)
                .banner(false)
                .start();
    }
}
