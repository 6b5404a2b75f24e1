package org.onewindow.catalog;

/**
 * Where to turn to.
 *
 * @param place 办理地点
 * @param phone 咨询电话
 * @param hours 办公时间
 * @param complaints 投诉电话
 */
public record Contact(String place, String phone, String hours, String complaints) {}
