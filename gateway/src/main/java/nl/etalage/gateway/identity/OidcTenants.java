package nl.etalage.gateway.identity;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import nl.etalage.gateway.GatewaySettings;

/** The two ways in, at one issuer: a bearer token for the API, and the authorization code flow for people. */
class OidcTenants {

    /** Name of the tenant that verifies access tokens. */
    static final String BEARER = "bearer";

    /** Audience of every access token of Etalage. */
    private static final String AUDIENCE = "etalage-api";

    /** A working day; the issuer's own session may end sooner. */
    private static final Duration SESSION = Duration.ofHours(8);

    /** Refreshed this long before it expires, so that it lives long enough for the call it is meant for. */
    private static final Duration REFRESH_AHEAD = Duration.ofSeconds(45);

    void create(@Observes Oidc oidc, GatewaySettings settings) {
        oidc.create(people(settings));
        oidc.create(bearer(settings));
    }

    private static OidcTenantConfig bearer(GatewaySettings settings) {
        return OidcTenantConfig.authServerUrl(settings.issuer().toString())
                .tenantId(BEARER)
                .clientId(AUDIENCE)
                .applicationType(ApplicationType.SERVICE)
                .token()
                .issuer(settings.issuer().toString())
                .audience(AUDIENCE)
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .build();
    }

    private static OidcTenantConfig people(GatewaySettings settings) {
        boolean secure = settings.secure();
        return OidcTenantConfig.authServerUrl(settings.issuer().toString())
                .applicationType(ApplicationType.WEB_APP)
                .clientId("etalage-console")
                .credentials(settings.consoleClient().secret())
                .token()
                .issuer(settings.issuer().toString())
                .refreshExpired(true)
                .refreshTokenTimeSkew(REFRESH_AHEAD)
                .end()
                .authentication()
                .redirectPath(settings.publicUrl() + SignIn.PATH)
                .restorePathAfterRedirect()
                .errorPath(SignIn.REFUSED_PATH)
                .pkceRequired()
                .nonceRequired()
                .stateSecret(settings.sessionSecret())
                .cookieForceSecure(secure)
                .forceRedirectHttpsScheme(secure)
                .cookieSameSite(CookieSameSite.LAX)
                .cookiePath("/")
                .sessionAgeExtension(SESSION)
                .javaScriptAutoRedirect(false)
                .end()
                .tokenStateManager()
                .encryptionSecret(settings.sessionSecret())
                .encryptionAlgorithm(io.quarkus.oidc.runtime.OidcTenantConfig.TokenStateManager.EncryptionAlgorithm.DIR)
                .splitTokens()
                .end()
                .logout()
                .path(SignIn.LOGOUT_PATH)
                .postLogoutPath("/")
                .end()
                .build();
    }
}
