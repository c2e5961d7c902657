package dev.drumbeat.gateway.http;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The page's files, compressed when they were built. Files with a hash in their name never change; the page itself is asked for
 * every time, whatever address of ours it is opened under. What is found under an address is not remembered: there are as many
 * addresses of the page as somebody likes to make up.
 */
@Configuration(proxyBeanMethods = false)
class PageFiles implements WebMvcConfigurer {
    private static final String FILES = "classpath:/META-INF/resources/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(false)
                .addResolver(new BestCoding());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new BestCoding())
                .addResolver(new PageResolver());
    }

    /** A file if there is one, else the page, whose own routes say what is shown; nothing below our other addresses. */
    private static final class PageResolver extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            if (path.startsWith(".") || path.contains("/.")) {
                return null;
            }
            Resource file = path.isEmpty() ? null : super.getResource(path, location);
            if (file != null) {
                return file;
            }
            return isPage(path) ? super.getResource("index.html", location) : null;
        }

        /** What has a dot in its name is a file, except below a partnership: statements are called by their period and number. */
        private static boolean isPage(String path) {
            String last = path.substring(path.lastIndexOf('/') + 1);
            return !path.startsWith("api/")
                    && !path.equals("api")
                    && !path.startsWith("health")
                    && !path.startsWith("graphql")
                    && !path.startsWith("bench/")
                    && (path.startsWith("p/") || !last.contains("."));
        }
    }
}
