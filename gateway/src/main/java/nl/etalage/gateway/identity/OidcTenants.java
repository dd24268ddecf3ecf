package nl.etalage.gateway.identity;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import io.quarkus.oidc.runtime.OidcTenantConfig.TokenStateManager.EncryptionAlgorithm;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import nl.etalage.gateway.GatewaySettings;

/** The two ways in, at one issuer: a bearer token for the API, and the authorization code flow for people. */
class OidcTenants {

    /** Name of the tenant that verifies access tokens. */
    static final String BEARER = "bearer";

    /** A working day; the issuer's own session may end sooner. */
    private static final Duration SESSION = Duration.ofHours(8);

    /** Refreshed this long before it expires, so that it lives long enough for the call it is meant for. */
    private static final Duration REFRESH_AHEAD = Duration.ofSeconds(45);

    private static final Duration CLEAN_UP = Duration.ofMinutes(1);

    /** Sessions that end elsewhere between two requests of theirs; more at a time and the oldest wait for a refresh. */
    private static final int LOGOUTS_KEPT = 10_000;

    void create(@Observes Oidc oidc, GatewaySettings settings, SignInSettings signIn) {
        oidc.create(people(settings, signIn));
        oidc.create(bearer(settings));
    }

    private static OidcTenantConfig bearer(GatewaySettings settings) {
        return OidcTenantConfig.authServerUrl(settings.issuer().toString())
                .tenantId(BEARER)
                .clientId(settings.audience())
                .applicationType(ApplicationType.SERVICE)
                .token()
                .issuer(settings.issuer().toString())
                .audience(settings.audience())
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .build();
    }

    private static OidcTenantConfig people(GatewaySettings settings, SignInSettings signIn) {
        OidcTenantConfigBuilder tenant = console(settings, signIn)
                .tokenStateManager()
                .encryptionSecret(settings.sessionSecret())
                .encryptionAlgorithm(EncryptionAlgorithm.DIR)
                .splitTokens()
                .end()
                .logout()
                .backchannel()
                .path(SignIn.BACK_CHANNEL_LOGOUT_PATH)
                // By session: somebody who signs out on one device stays signed in on the other.
                .logoutTokenKey("sid")
                .tokenCacheSize(LOGOUTS_KEPT)
                .tokenCacheTimeToLive(EndedSessions.REMEMBERED)
                .cleanUpTimerInterval(CLEAN_UP)
                .endLogout();
        if (signIn.endAtIssuer()) {
            tenant.logout().path(SignIn.LOGOUT_PATH).postLogoutPath("/").end();
        }
        return tenant.build();
    }

    private static OidcTenantConfigBuilder console(GatewaySettings settings, SignInSettings signIn) {
        boolean secure = settings.secure();
        return OidcTenantConfig.authServerUrl(settings.issuer().toString())
                .applicationType(ApplicationType.WEB_APP)
                .clientId(settings.consoleClient().id())
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
                .scopes(signIn.scopes().orElse(List.of()))
                .extraParams(signIn.parameters())
                .pkceRequired()
                .nonceRequired()
                .stateSecret(settings.sessionSecret())
                .cookieForceSecure(secure)
                .forceRedirectHttpsScheme(secure)
                .cookieSameSite(CookieSameSite.LAX)
                .cookiePath("/")
                .sessionAgeExtension(SESSION)
                .javaScriptAutoRedirect(false)
                .end();
    }
}
