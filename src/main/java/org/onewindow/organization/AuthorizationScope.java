package org.onewindow.organization;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a department entrusts a window (委托权限); each scope includes the ones before it. */
public enum AuthorizationScope {
    /** 收件: take the materials in, no more. */
    @JsonProperty("collect")
    COLLECT,
    /** 受理: accept or refuse in the department's name. */
    @JsonProperty("accept")
    ACCEPT,
    /** 直办: decide at the window. */
    @JsonProperty("handle")
    HANDLE;

    public boolean includes(AuthorizationScope other) {
        return compareTo(other) >= 0;
    }
}
