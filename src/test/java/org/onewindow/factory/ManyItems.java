package org.onewindow.factory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A catalogue as large as a district's, made from one workbook. */
public final class ManyItems {

    private static final List<String> SUBJECTS = List.of(
            "公共场所", "食品经营", "药品零售", "医疗器械", "饮用水", "化妆品", "特种设备", "计量器具", "危险化学品", "烟花爆竹", "道路运输", "出租汽车", "机动车维修",
            "驾驶培训", "城市绿化", "户外广告", "建筑垃圾", "燃气经营", "供热工程", "排水管网", "林木采伐", "野生动物", "种子生产", "农药经营", "兽药经营", "动物诊疗",
            "生鲜乳", "水产养殖", "取水工程", "河道采砂", "水土保持", "排污口", "辐射安全", "固体废物", "民办学校", "校外培训", "社会团体", "养老机构", "殡葬设施",
            "慈善组织", "劳务派遣", "人力资源", "职业技能", "出版物", "印刷企业", "电影放映", "文艺表演", "游泳场馆", "旅行社", "宗教场所");

    private static final List<String> ACTS = List.of(
            "设立许可", "变更许可", "延续许可", "注销登记", "备案", "年度核验", "资质认定", "从业人员登记", "场地审查", "施工审批", "竣工验收", "补贴申领", "奖励申请",
            "名称核准", "负责人变更", "地址变更", "证书补发", "安全评价审查", "专项资金审核", "信息更正");

    private static final List<String> DEPARTMENTS = List.of(
            "market-supervision", "health-commission", "development-reform", "housing-construction", "civil-affairs");

    private ManyItems() {}

    /** The code of an item, counted from 0. */
    public static String code(int number) {
        return "sample-" + Integer.toString(number, Character.MAX_RADIX);
    }

    /** A part of the name of an item. */
    public static String subject(int number) {
        return SUBJECTS.get(number / ACTS.size() % SUBJECTS.size());
    }

    /** @param number a thousand at most: names are not used twice */
    public static void generate(Path folder, int number) throws IOException {
        var workbook = FilledIn.nothing();
        for (int i = 0; i < number; i++) {
            workbook.addExample(code(i))
                    .set(ManualSheet.NAME, subject(i) + ACTS.get(i % ACTS.size()))
                    .set(ManualSheet.DEPARTMENT, DEPARTMENTS.get(i % DEPARTMENTS.size()));
        }
        FilledIn.factory(folder.resolve("items"), true).generate(workbook.saveIn(folder));
    }
}
