"""Workbooks with one cell of every kind, and with each tag and attribute at fault, as the texts
that the target of workbooks packs."""

import re

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NUMBERS = ["0", "1", "-3", "1.5", "2.005", "1e3", "1E-7", "45199", "45199.75", "60", "2958466", "-1", "nan", "inf", "", " 7 ", "x",
           "12345678901234567890", "0.1000000000000000055", "999999999999.99"]
DAYS = ["2023-01-02", "2023-01-02T03:04:05", "2023-01-02T03:04:05.678Z", "2023-13-01", "0000-00-00", "99999-01-01", "PT1H30M", "", "x"]
# Days and times at the edges of what is taken for one.
EDGES = """20230102 2023-1-2 2023-01-02Z 2023-W01-1 2023-02-29 2024-02-29 2023-00-01 2023-01-00 2023-01-32 -002023-01-02 +002023-01-02 -000000-01-01
-009999-01-01 9999-12-31 10000-01-01 2023-01-02T24:00 2023-01-02T03 2023-01-02T0304 2023-01-02T03:60 2023-01-02T03:04:60 2023-01-02T03:04:61
2023-01-02T03:04:05,5 2023-01-02T03:04:05.1234567891 2023-01-02T03:04:05. 2023-01-02t03:04:05z 2023-01-02T03:04:05+01:00 2023-01-02T03:04:05-0100
2023-01-02T03:04:05+01:00:30 2023-01-02T03:04:05+26:00 2023-01-02T03:04+01:00[Europe/Brussels] 2023-01-02[u-ca=iso8601] 2023-01-02[!u-ca=x]
2023-01-02[ 2023-01-02[] 2023-01-02[a]x 2023-01-02[!] 2023-01-02[A-b=] 2023-01-02[u-ca=x-] 2023-01-02T 2023-01 2023 T03:04 03:04:05 2023-01-02Tx
2023-01-02T03:x 2023-01-02T03:04:x PT P P1DT PT1H2M3S PT1.5S PT1,5H -PT1H P1Y P1W PT1H1H PT99999999999H PT1S1M""".split() + [
    "2023-01-02 03:04:05", "2023-01-02  03:04", " 2023-01-02", "2023-01-02 ", "2023\u201301\u201302"]
TEXTS = ["a", "31/12/2022", "1.250,50", "12", "&amp;&lt;&#233;&#x20AC;", "&nbsp;", "&#0;", "&x", " a ", "<![CDATA[a]]>", "=1+1", "#N/A", ""]
FORMATS = ["General", "0", "0.00", "#,##0.00", "0%", "yyyy-mm-dd", "dd/mm/yyyy;@", "[h]:mm:ss", "h:mm AM/PM", "[$-813]d mmmm yyyy",
           '"d"0', "\\d0", "_-* #,##0.00 [$\u20ac-1]_-", "@", "[Red]0;[Blue]-0", "", "yyyy[", '"open']


def parts(named):
    return "\n".join(f"=== {name}\n{text}" for name, text in named.items()).encode()


def xlsx(sheets, styles="", strings="", properties="", names=""):
    """A workbook of Excel: the rows of each sheet by its name and state."""
    listed, related, files = "", "", {}
    for nr, ((name, state), text) in enumerate(sheets.items(), 1):
        listed += f'<sheet name="{name}" sheetId="{nr}" {state} r:id="rId{nr}"/>'
        related += f'<Relationship Id="rId{nr}" Type="{RELATION}/worksheet" Target="worksheets/sheet{nr}.xml"/>'
        files[f"xl/worksheets/sheet{nr}.xml"] = text if text.startswith("<worksheet") else (
            f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{text}</sheetData></worksheet>')
    for name, text in (("styles", styles), ("sharedStrings", strings)):
        if text:
            related += f'<Relationship Id="{name}" Type="{RELATION}/{name}" Target="{name}.xml"/>'
            files[f"xl/{name}.xml"] = text
    return parts({
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{RELATION}">{properties}<sheets>{listed}</sheets>{names}</workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>',
        **files,
    })


def row(nr, cells):
    return f'<row r="{nr}">{"".join(cells)}</row>'


def inline(at, text):
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'


HEADINGS = row(1, [inline("A1", "datum"), inline("B1", "actie"), inline("C1", "aantal"), inline("D1", "bedrag"), inline("E1", "betaler")])


def one_cell(column, cell, **more):
    """Under headings, a row of which one cell is this one."""
    others = {"A": inline("A2", "02/01/2023"), "B": '<c r="B2"><v>15</v></c>', "C": '<c r="C2"><v>3</v></c>', "D": '<c r="D2"><v>2.5</v></c>',
              "E": inline("E2", "eigen")}
    return xlsx({("a", ""): HEADINGS + row(2, {**others, column: cell}.values())}, **more)


def cells_of_excel():
    styles = "".join(f'<numFmt numFmtId="{164 + nr}" formatCode="{text.replace(chr(34), "&quot;")}"/>' for nr, text in enumerate(FORMATS))
    given = [0, 1, 2, 9, 10, 14, 17, 20, 22, 37, 44, 45, 46, 47, 49, 50, 58, 163, *(164 + nr for nr in range(len(FORMATS))), 999]
    known = "".join(f'<xf numFmtId="{nr}"/>' for nr in given)
    styles = f'<styleSheet xmlns="{SPREADSHEET}"><numFmts>{styles}</numFmts><cellXfs>{known}</cellXfs></styleSheet>'
    strings = "".join(f"<si><t>{text}</t></si>" for text in TEXTS[:5]) + "<si><r><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r><rPh><t>c</t></rPh></si>"
    strings = f'<sst xmlns="{SPREADSHEET}">{strings}</sst>'
    for column in "ACD":
        for nr in range(len(given) + 1):
            yield one_cell(column, f'<c r="{column}2" s="{nr}"><v>45199</v></c>', styles=styles)
            yield one_cell(column, f'<c r="{column}2" s="{nr}"><v>45199.5</v></c><c r="{column}3" s="{nr}"><v>12</v></c>', styles=styles)
        for kind in ["", 't="n"', 't="s"', 't="str"', 't="b"', 't="e"', 't="d"', 't="inlineStr"', 't="x"', "t"]:
            for value in [*NUMBERS, *DAYS, *TEXTS, *(EDGES if kind == 't="d"' else []), "true", "#DIV/0!", "#REF!", "9999999999"]:
                yield one_cell(column, f'<c r="{column}2" {kind}><v>{value}</v></c>', styles=styles, strings=strings)
        for text in TEXTS:
            yield one_cell(column, inline(f"{column}2", text))
        for formula in ["<f>1+1</f>", "<f>1+1</f><v>2</v>", '<f t="shared" si="0" ref="C2:C9">B2</f><v>2</v>', '<f t="shared" si="0"/><v>3</v>',
                        '<f t="array" ref="C2">1</f><v>1</v>', "<f/><v/>", "<is/>", "<v>1<v>2</v></v>"]:
            yield one_cell(column, f'<c r="{column}2">{formula}</c>')


def books_of_excel():
    data = HEADINGS + row(2, [inline("A2", "02/01/2023"), '<c r="B2"><v>15</v></c><c r="C2"><v>3</v></c>'])
    for properties in ['<workbookPr date1904="1"/>', '<workbookPr date1904="true"/>', "<workbookPr/>", '<workbookPr date1904="x"/>']:
        yield xlsx({("a", ""): data + row(3, ['<c r="A3" s="1"><v>45199</v></c>'])}, properties=properties,
                   styles=f'<styleSheet xmlns="{SPREADSHEET}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>')
    for state in ['state="hidden"', 'state="veryHidden"', 'state="x"', ""]:
        yield xlsx({("a", state): data, ("b", ""): data})
        yield xlsx({("a", state): "", ("b", state): data, ("&#233;", ""): HEADINGS})
    for at in ["A1", "XFD1048576", "XFE1", "A0", "1A", "A", "3", "$A$1", "a1", "AAAA1", ""]:
        yield xlsx({("a", ""): data + row(3, [inline(at, "x")])})
        yield xlsx({("a", ""): f'<worksheet xmlns="{SPREADSHEET}"><dimension ref="A1:{at}"/><sheetData>{data}</sheetData></worksheet>'})
        yield xlsx({("a", ""): f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{data}</sheetData><mergeCells count="1"><mergeCell ref="A2:{at}"/></mergeCells></worksheet>'})
        yield xlsx({("a", ""): data}, names=f'<definedNames><definedName name="x">a!{at}</definedName></definedNames>')
    yield xlsx({("a", ""): data.replace(' r="', ' x="')})
    yield xlsx({("a", ""): data.replace("<row", "<x:row").replace("</row", "</x:row")})
    yield xlsx({("a", ""): data.replace("<c ", "<x:c ").replace("</c>", "</x:c>")})
    yield xlsx({})
    yield xlsx({("a", ""): "<worksheet"})
    yield xlsx({("a", ""): data}).replace(b"worksheets/sheet1.xml\"", b"/xl/worksheets/sheet1.xml\"")
    yield xlsx({("a", ""): data}).replace(b"r:id=\"rId1\"", b"r:id=\"rId9\"")
    yield xlsx({("a", ""): data}).replace(b"/worksheet\"", b"/chartsheet\"")
    yield xlsx({("a", ""): data}).replace(b"<worksheet", b'<?xml version="1.0" encoding="UTF-16"?><!-- a --><!DOCTYPE x [<!ENTITY y "z">]><worksheet')


def ods(content, kind="spreadsheet", more=None):
    """A workbook of the open format with this table, or tables."""
    spaces = "".join(f' xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "table", "text", "style", "number"))
    if not content.startswith("<office"):
        content = f"<office:body><office:spreadsheet>{content}</office:spreadsheet></office:body>"
    return parts({
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "META-INF/manifest.xml": "<manifest/>",
        "content.xml": f"<office:document-content{spaces}>{content}</office:document-content>",
        **(more or {}),
    })


def text_cell(text):
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def table(rows, name="a", more=""):
    first = "".join(text_cell(it) for it in ("datum", "actie", "aantal", "bedrag", "betaler"))
    return f'<table:table table:name="{name}" {more}><table:table-row>{first}</table:table-row>{rows}</table:table>'


def of_row(cells, more=""):
    return f"<table:table-row {more}>{cells}</table:table-row>"


def cells_of_ods():
    kinds = {"float": ("value", NUMBERS), "percentage": ("value", NUMBERS), "currency": ("value", NUMBERS), "date": ("date-value", DAYS + EDGES),
             "time": ("time-value", [*DAYS, "PT100H", "P1D", "PTS", *EDGES]), "boolean": ("boolean-value", ["true", "false", "1", "x", ""]),
             "string": ("string-value", TEXTS), "void": ("value", [""]), "x": ("value", ["1"]), "": ("value", ["1"])}
    for at in range(4):
        before = "".join([text_cell("02/01/2023"), text_cell("15"), text_cell("3")][:at])
        for kind, (attribute, values) in kinds.items():
            for value in values:
                for shown in ("", "<text:p>3</text:p>", "<text:p>31/12/2022</text:p>"):
                    cell = f'<table:table-cell office:value-type="{kind}" office:{attribute}="{value}">{shown}</table:table-cell>'
                    yield ods(table(of_row(before + cell)))
            yield ods(table(of_row(before + f'<table:table-cell office:value-type="{kind}" table:formula="of:=1/0"><text:p>#DIV/0!</text:p></table:table-cell>')))
        for text in [*TEXTS, "a</text:p><text:p>b", "a<text:s/>b", 'a<text:s text:c="9"/>b', "a<text:tab/>b", "a<text:line-break/>b",
                     "<text:span>a</text:span>", "<text:a>a</text:a>", "<office:annotation><text:p>n</text:p></office:annotation>a", "</text:p><text:p>"]:
            yield ods(table(of_row(before + text_cell(text))))
        for cell in ["<table:covered-table-cell/>", "<table:table-cell/>", '<table:table-cell office:value="3"/>', "<x/>",
                     '<table:table-cell table:number-columns-spanned="2" office:value-type="float" office:value="3"/><table:covered-table-cell/>']:
            yield ods(table(of_row(before + cell)))


def books_of_ods():
    data = of_row("".join(text_cell(it) for it in ("02/01/2023", "15", "3", "1", "eigen")))
    for times in ["0", "1", "3", "-1", "x", "", "1024", "1048576", "99999999999", "18446744073709551616"]:
        again = f'<table:table-cell table:number-columns-repeated="{times}" office:value-type="float" office:value="3"/>'
        yield ods(table(of_row(again) + data))
        yield ods(table(of_row(again.replace(' office:value-type="float" office:value="3"', "")) + data))
        yield ods(table(of_row(text_cell("a"), f'table:number-rows-repeated="{times}"') + data))
        yield ods(table(of_row("<table:table-cell/>", f'table:number-rows-repeated="{times}"') + data))
    yield ods(table(data) + table(data, "b"))
    yield ods(table(data, "a", 'table:display="false"') + table(data, "b"))
    yield ods('<table:table table:name="a"/>' + table(data, "b"))
    yield ods(table(f"<table:table-header-rows>{data}</table:table-header-rows>" + data))
    yield ods(table(f"<table:table-row-group>{data}</table:table-row-group><table:table-rows>{data}</table:table-rows>"))
    yield ods(table(f'<table:table-column table:number-columns-repeated="5"/>{data}'))
    hidden = '<style:style style:name="t" style:family="table"><style:table-properties table:display="false"/></style:style>'
    yield ods(f"<office:automatic-styles>{hidden}</office:automatic-styles><office:body><office:spreadsheet>"
              + table(data, "a", 'table:style-name="t"') + table(data, "b") + "</office:spreadsheet></office:body>")
    yield ods(table(data), kind="text")
    yield ods(table(data), more={"META-INF/manifest.xml": "<manifest:encryption-data/>"})
    yield ods(table(data), more={"styles.xml": "<x/>", "settings.xml": "<x/>"})
    yield ods(table(data)).replace(b"=== content.xml", b"=== Content.xml")


# What the formats of a cell are called.
BORDERS = """thin medium thick double hair dashed dotted mediumDashed dashDot mediumDashDot dashDotDot mediumDashDotDot
slantDashDot none x""".split()
FILLINGS = """solid darkGray mediumGray lightGray gray125 gray0625 darkHorizontal darkVertical darkDown darkUp darkGrid darkTrellis
lightHorizontal lightVertical lightDown lightUp lightGrid lightTrellis none x""".split()
LINES = ["single", "double", "singleAccounting", "doubleAccounting", "none", "x"]
WEIGHTS = ["bold", "700", "1", "true", "normal", "400", "0", "false", "599", "600", "65536", "x", "italic", "oblique"]
COLOURS = ['rgb="FF8040"', 'rgb="80FF8040"', 'rgb="GG0000"', 'rgb="FFF"', 'rgb="\u00e9\u00e9\u00e9"', 'theme="0"', 'theme="1"', 'theme="9"', 'theme="99"',
           'theme="256"', 'indexed="0"', 'indexed="63"', 'indexed="64"', 'indexed="65"', 'indexed="66"', 'auto="1"', 'tint="0.5"',
           *(f'rgb="{rgb}" tint="{tint}"' for rgb in ("FF8040", "4080FF", "80FF40", "808080", "FFFFFF", "201008", "FF0080")
             for tint in ("-0.5", "0.25", "1", "-1", "2", "x", "1e-400", "nan"))]
ACROSS = ["left", "center", "centerContinuous", "right", "justify", "distributed", "fill", "general", "x"]
DOWN = ["top", "center", "bottom", "justify", "distributed", "x"]
# Values that an attribute may be given.
GIVEN = ["", "x", "0", "1", "007", "255", "256", "65536", "-1", "+2", " 3 ", "99999999999999999999", "1e3", "0.5", "true", "false",
         "\u00e9", "&amp;", "&x;", "&#65;", "&#0;", "A1", "A1:B2", "a/b/c", "visible", "hidden", "shared", "&#x110000;", "preserve"]
# What may stand in a tag, or where one ends.
STANDING = ["<!-- a -->", "<!---->", "<!-- a", "<![CDATA[a]]>", "<![CDATA[", "<?a b?>", "<?a", "&amp;", "&#233;", "&x;", "&", "<", "<a", "</", "</a>", "<a/>",
            "<a b='", "<>", "</>", "<!", "<!a>", "<!DOCTYPE a>", "<!DOCTYPE a [<!ENTITY b 'c'><!-- d --><?e f?>]>", "<!DOCTYPE a [", "]]>", "\x00", "\ufeff",
            "<!DOCTYPE a [<!ELEMENT b (c)><!ATTLIST b c CDATA #IMPLIED 'd>'><!NOTATION e SYSTEM \"f\">]>", "<!DOCTYPE a SYSTEM 'b' [%c;]>",
            "<!DOCTYPE", "<!DOCTYPE>", "<!doctype a>", "<!DOCTYPE a \"b", "<?xml version='1.1'?>", "<?xml?>", "\r\n", "\r", "_x0041_", "_x00", "_x_"]
STANDING += ["<!DOCTYPE a [<?b ?>]>", "<!DOCTYPE a [<!-- ]> -->]>", "<!DOCTYPE a [<!ENTITY % b \"c>\">%b;]>", "<!DOCTYPE a [<![INCLUDE[<!ELEMENT b ANY>]]>]>",
             "<!DOCTYPE a [<!ELEMENT b", "<!DOCTYPE a [<!--", "<!DOCTYPE a [<?b", "<!DOCTYPE a [<!ENTITY b 'c", "<!DOCTYPE a [<!x>]>", "<!DOCTYPE a [<!E", "<!DOCTYPE a [<!-",
             "<!DOCTYPE a [<", "<!DOCTYPE a [x]>", "<!DOCTYPE a [<!ATTLIST b c \"d>\">]>", "<!DOCTYPE a [<!NOTATION b PUBLIC 'c>'>]>", "<!DOCTYPE a [<!ENTITY b SYSTEM 'c' NDATA d>] >",
             "<?", "<?a ??>", "<?a ? >", "<!-", "<!--a--", "<!--->", "<!--a--->", "<![CDATA[a]]", "<![CDATA[]]]>", "<![CDAT", "<a b=\"'>\" c='>'/>", "&#x1F600;", "&lt"]
# Bytes of a part that are read at once.
AT_ONCE = 8192
ENCODINGS = ["UTF-8", "utf8", "utf-16", "utf-16be", "ISO-8859-1", "latin1", "windows-1252", "us-ascii", "gbk", "big5", "euc-kr", "shift_jis",
             "koi8-r", "iso-2022-jp", "x-user-defined", "replacement", "x", "", " UTF-8 "]


def formatted(most=None):
    """The parts of a workbook of Excel that has every kind of format, text and cell; of the
    formats that differ by a word, so many."""
    colours = "".join(f"<font><color {colour}/></font>" for colour in COLOURS[:most])
    kinds = "".join(f'<font><b val="{it}"/><i val="{it}"/><strike val="{it}"/><family val="{it}"/><sz val="{it}"/><name val="{it}"/></font>' for it in WEIGHTS[:most])
    lined = "".join(f'<font><u val="{it}"/></font>' for it in LINES[:most])
    fonts = f'<font><b/><i/><u/><strike/><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font>{colours}{kinds}{lined}'
    fills = "".join(f'<fill><patternFill patternType="{it}"><fgColor rgb="FF8040"/><bgColor indexed="64"/></patternFill></fill>' for it in FILLINGS[:most])
    fills += '<fill><gradientFill degree="90"><stop position="0"><color theme="0"/></stop></gradientFill></fill><fill/>'
    borders = "".join(f'<border diagonalUp="1" diagonalDown="0"><left style="{it}"><color auto="1"/></left><right style="{it}"/><top/><bottom style="{it}"/>'
                      f'<diagonal style="{it}"><color rgb="FF8040"/></diagonal><x/></border>' for it in BORDERS[:most]) + '<border diagonalDown="true"><diagonal style="thin"/></border>'
    number = 'numFmtId="164" fontId="1" fillId="1" borderId="1"'
    aligned = "".join(f'<xf {number}><alignment horizontal="{it}" vertical="{down}" wrapText="1" textRotation="{turn}" indent="1" shrinkToFit="0"/></xf>'
                      for it, down, turn in zip(ACROSS[:most], DOWN * 2, ["0", "90", "255", "x", "65536", "-1", "180", "45", ""]))
    formats = aligned + f'<xf {number}><protection locked="0" hidden="1"/></xf><xf {number} applyNumberFormat="1"/><xf fontId="999" fillId="x"/><xf/>'
    theme = "".join(f'<a:{name}>{colour}</a:{name}>' for name, colour in zip(
        "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(),
        ['<a:sysClr val="windowText" lastClr="000000"/>', '<a:sysClr val="window"/>', '<a:srgbClr val="44546A"/>', "", '<a:srgbClr val="x"/>'] + ['<a:srgbClr val="4472C4"/>'] * 7))
    cells = ('<c r="A2" s="1" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="2"><f t="shared" ref="C2:C3" si="0">1+B2</f><v>3</v></c>'
             '<c r="D2" t="str"><f>"a"</f><v>a</v></c><c r="E2" t="b"><v>1</v></c><c r="F2" t="e"><v>#N/A</v></c><c r="G2" t="inlineStr"><is><r><t>a</t></r></is></c>'
             '<c r="H2" t="d"><v>2023-01-02</v></c><c r="I2" s="9"><v>45199.5</v></c><c t="n"><v>1.5</v></c><c/>')
    book = xlsx({("a", 'state="visible"'): f'<worksheet xmlns="{SPREADSHEET}"><dimension ref="A1:I3"/><sheetViews/><sheetData>{HEADINGS}{row(2, [cells])}<row><c><v>1</v></c></row>'
                 '</sheetData><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells><hyperlinks><hyperlink ref="A1" id="r"/></hyperlinks></worksheet>', ("b", 'state="hidden"'): ""},
                styles=f'<styleSheet xmlns="{SPREADSHEET}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm"/></numFmts><fonts count="1">{fonts}</fonts>'
                       f'<fills>{fills}</fills><borders>{borders}</borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>{formats}</cellXfs><dxfs/></styleSheet>',
                strings=f'<sst xmlns="{SPREADSHEET}" count="3" uniqueCount="3"><si><t>02/01/2023</t></si><si><r><rPr><b/></rPr><t xml:space="preserve"> a </t></r>'
                        '<r><t>_x0041_b</t></r><rPh sb="0" eb="1"><t>c</t></rPh></si><si/></sst>',
                properties='<workbookPr date1904="0"/><bookViews/>', names='<definedNames><definedName name="x">a!$A$1&amp;</definedName></definedNames>')
    return named({**unpacked(book), "xl/theme/theme1.xml": f'<a:theme><a:themeElements><a:clrScheme name="x">{theme}</a:clrScheme></a:themeElements></a:theme>'})


def opened():
    """The parts of a workbook of the open format that has every kind of cell."""
    cells = ('<table:table-cell office:value-type="float" office:value="1.5" table:number-columns-repeated="2" table:style-name="c"><text:p>1,5</text:p></table:table-cell>'
             '<table:table-cell office:value-type="date" office:date-value="2023-01-02"><office:annotation><text:p>n</text:p></office:annotation><text:p>a</text:p></table:table-cell>'
             '<table:table-cell office:value-type="string" office:string-value=""><text:p>a<text:s text:c="2"/><text:span>b</text:span><text:tab/><text:line-break/></text:p><text:p>&amp;</text:p></table:table-cell>'
             '<table:table-cell office:value-type="boolean" office:boolean-value="true" table:formula="of:=1"/><table:table-cell calcext:value-type="error" office:value-type="string" office:string-value=""><text:p>#N/A</text:p></table:table-cell>'
             '<table:table-cell office:value-type="time" office:time-value="PT1H"/><table:covered-table-cell/>')
    styles = '<office:automatic-styles><style:style style:name="t" style:family="table"><style:table-properties table:display="true"/></style:style></office:automatic-styles>'
    names = ('<table:named-expressions><table:named-range table:name="x" table:cell-range-address="$a.$A$1"/><table:named-expression table:name="y" table:expression="1&amp;2"/>'
             '</table:named-expressions>')
    tables = table(of_row(cells, 'table:number-rows-repeated="2"') + of_row("<table:table-cell/>"), "a", 'table:style-name="t"')
    return named(unpacked(ods(f"{styles}<office:body><office:spreadsheet>{tables}{names}</office:spreadsheet></office:body>",
                              more={"META-INF/manifest.xml": '<manifest:manifest><manifest:file-entry manifest:full-path="/"/></manifest:manifest>'})))


def unpacked(book):
    """The parts of a workbook by their names."""
    each = re.split("(?:^|\\n)=== ", book.decode())[1:]
    return dict(it.split("\n", 1) for it in each)


def named(files):
    """The workbook as it is, and the parts that may be at fault."""
    return files, [name for name in files if name != "mimetype"]


def wronged(files, names):
    """Each tag and each attribute of these parts once, with a fault of every kind."""
    yield parts(files)
    for name in names:
        text, known = files[name], set()
        changed = lambda begin, end, other: parts({**files, name: text[:begin] + other + text[end:]})
        for tag in re.finditer(r"<(/?)([\w:]+)([^<>]*?)(/?)>", text):
            begin, end, (ending, word, _, closed) = tag.start(), tag.end(), tag.groups()
            for attribute in re.finditer(r'\s([\w:]+)="([^"]*)"', tag[3]):
                key, place = attribute[1], begin + 1 + len(ending) + len(word)
                if (word, key) in known:
                    continue
                known.add((word, key))
                at, to = place + attribute.start(), place + attribute.end()
                for value in GIVEN:
                    yield changed(at, to, f' {key}="{value}"')
                for other in ("", f" {key}", f" {key}=", f" {key}=1", f" {key}='{attribute[2]}'", f" x:{key}=\"1\"", f"{attribute[0]}{attribute[0]}",
                              f"{attribute[0]} x", f"\x0c{key}\x0c=\x0c\"{attribute[2]}\"", f" {key}=\"{attribute[2]}"):
                    yield changed(at, to, other)
            if (word, ending) in known:
                continue
            known.add((word, ending))
            for other in ("", tag[0] * 2, tag[0] * 40, f"<{ending}x{tag[3]}{closed}>", f"<{ending}x:{word}{tag[3]}{closed}>", f"<{ending}{word}{tag[3]}{'' if closed else '/'}>", f"</{word}>",
                          f"<{ending}{word} {tag[3]}", f"<{ending}{word}\x0c{tag[3]}{closed}>"):
                yield changed(begin, end, other)
            yield changed(begin, len(text), "")
            yield changed(end, len(text), "")
            for other in STANDING:
                yield changed(end, end, other)
        for encoding in ENCODINGS:
            yield changed(0, 0, f'<?xml version="1.0" encoding="{encoding}"?>')
        yield changed(0, 0, "\ufeff")
        yield parts({it: files[it] for it in files if it != name})
        yield parts({it if it != name else it.upper(): files[it] for it in files})
        yield parts({it if it != name else it.replace("/", "\\"): files[it] for it in files})
        yield parts({**files, f"{name} ": text})


def across(files, names):
    """What may stand in a part, where one piece that is read ends and the next begins."""
    for name in names:
        text = files[name]
        at = text.index(">", text.startswith("<?xml") and text.index(">") + 1) + 1
        for other in STANDING:
            # Some of the fuzzer's inputs are cut off after two such pieces.
            for before in sorted({*range(1, min(len(other), 14)), len(other) // 2, len(other) - 1} - {0}):
                filling = AT_ONCE - len(text[:at].encode()) - before
                yield parts({**files, name: text[:at] + " " * filling + other + text[at:]})


def plain_books():
    """A workbook of each kind, of one row."""
    cells = [inline("A2", "02/01/2023"), '<c r="B2" s="1"><v>15</v></c><c r="C2" t="s"><v>0</v></c>']
    yield named(unpacked(xlsx({("a", ""): HEADINGS + row(2, cells)}, styles=f'<styleSheet xmlns="{SPREADSHEET}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
                              strings=f'<sst xmlns="{SPREADSHEET}"><si><t>3</t></si></sst>')))
    yield named(unpacked(ods(table(of_row("".join(text_cell(it) for it in ("02/01/2023", "15", "3", "1", "eigen")))))))


def every():
    return [*cells_of_excel(), *books_of_excel(), *cells_of_ods(), *books_of_ods(), parts(formatted()[0]), *wronged(*formatted(1)), *wronged(*opened()),
            *(it for book in plain_books() for it in across(*book))]
