/**
 * References and citations in IEEE style: a style of our own in CSL, carried out like any other. It prints what citeproc-ruby prints
 * by `ieee.csl` for the types of BibTeX and the usual ones of biblatex.
 */

const WHO = `
<macro name="who">
  <names variable="author">
    <name initialize-with=". " and="text" et-al-min="7" et-al-use-first="1"/>
    <label prefix=", " form="short" text-case="capitalize-first"/>
    <et-al font-style="italic"/>
    <substitute>
      <names variable="editor"/>
      <names variable="translator"/>
      <names variable="director">
        <name initialize-with=". " and="text" et-al-min="7" et-al-use-first="1"/>
        <et-al font-style="italic"/>
      </names>
    </substitute>
  </names>
</macro>
<macro name="edited">
  <names variable="editor">
    <name initialize-with=". " and="text"/>
    <label prefix=", " form="short" text-case="capitalize-first"/>
  </names>
</macro>`;

const WHAT = `
<macro name="work">
  <choose>
    <if match="any" type="book bill graphic legal_case legislation motion_picture software song standard">
      <text variable="title" font-style="italic"/>
    </if>
    <else><text variable="title" quotes="true"/></else>
  </choose>
</macro>
<macro name="edition">
  <choose>
    <if match="any" type="book chapter bill graphic legal_case legislation motion_picture paper-conference report song">
      <choose>
        <if is-numeric="edition">
          <group delimiter=" "><number variable="edition" form="ordinal"/><text term="edition" form="short"/></group>
        </if>
        <else><text variable="edition" text-case="capitalize-first" suffix="."/></else>
      </choose>
    </if>
  </choose>
</macro>
<macro name="numbers">
  <group delimiter=", ">
    <text macro="edition"/>
    <group delimiter=" "><text term="volume" form="short"/><number variable="volume"/></group>
    <group delimiter=" "><number variable="number-of-volumes"/><text term="volume" form="short" plural="true"/></group>
    <group delimiter=" "><text term="issue" form="short"/><number variable="issue"/></group>
  </group>
</macro>
<macro name="series">
  <choose>
    <if variable="collection-title">
      <text term="in" suffix=" "/>
      <group delimiter=", " suffix=". ">
        <text variable="collection-title"/>
        <text variable="collection-number" prefix="no. "/>
        <text variable="volume" prefix="vol. "/>
      </group>
    </if>
  </choose>
</macro>
<macro name="pages">
  <choose>
    <if type="article-journal" variable="number">
      <group delimiter=" "><text value="Art."/><text term="issue" form="short"/><text variable="number"/></group>
    </if>
    <else><group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group></else>
  </choose>
</macro>`;

const WHERE_AND_WHEN = `
<macro name="when">
  <choose>
    <if match="any" type="book chapter thesis bill graphic legal_case legislation song">
      <date variable="issued"><date-part name="year"/></date>
    </if>
    <else-if match="any" type="article-journal report">
      <date variable="issued"><date-part name="month" form="short" suffix=" "/><date-part name="year"/></date>
    </else-if>
    <else-if type="paper-conference">
      <date variable="issued"><date-part name="month" form="short"/><date-part name="year" prefix=" "/></date>
    </else-if>
    <else-if type="motion_picture"><date variable="issued" form="text" prefix="(" suffix=")"/></else-if>
    <else><date variable="issued" form="text"/></else>
  </choose>
</macro>
<macro name="house">
  <choose>
    <if match="any" type="book chapter paper-conference bill graphic legal_case legislation motion_picture song">
      <group delimiter=": "><text variable="publisher-place"/><text variable="publisher"/></group>
    </if>
    <else><group delimiter=", "><text variable="publisher"/><text variable="publisher-place"/></group></else>
  </choose>
</macro>
<macro name="meeting">
  <choose>
    <if variable="container-title">
      <group delimiter=" "><text term="in"/><text variable="container-title" font-style="italic"/></group>
    </if>
    <else><group delimiter=" "><text term="presented at"/><text variable="event"/></group></else>
  </choose>
</macro>
<macro name="visited">
  <group delimiter=": ">
    <text term="accessed" text-case="capitalize-first"/>
    <date variable="accessed" form="text"/>
  </group>
</macro>
<macro name="found">
  <group delimiter=": "><text term="available at" text-case="capitalize-first"/><text variable="URL"/></group>
</macro>
<macro name="address">
  <choose>
    <if match="any" type="webpage post post-weblog">
      <choose>
        <if variable="URL">
          <group delimiter=". " prefix=" ">
            <text macro="visited"/>
            <text term="online" prefix="[" suffix="]" text-case="capitalize-first"/>
            <text macro="found"/>
          </group>
        </if>
      </choose>
    </if>
    <else-if variable="DOI"><text variable="DOI" prefix=" doi: " suffix="."/></else-if>
    <else-if variable="URL">
      <group delimiter=". " prefix=" " suffix=". ">
        <text macro="visited"/>
        <group prefix="[" suffix="]">
          <choose>
            <if variable="medium"><text variable="medium" text-case="capitalize-first"/></if>
            <else><text term="online" text-case="capitalize-first"/></else>
          </choose>
        </group>
      </group>
      <text macro="found" prefix=" "/>
    </else-if>
  </choose>
</macro>`;

/** A list of what a type prints between the people and the address. */
const LAYOUT = `
<text variable="citation-number" prefix="[" suffix="]"/>
<text macro="who" suffix=", "/>
<choose>
  <if type="article-journal">
    <group delimiter=", ">
      <text macro="work"/>
      <text variable="container-title" form="short" font-style="italic"/>
      <text macro="numbers"/><text macro="pages"/><text macro="when"/>
    </group>
    <choose><if match="none" variable="DOI URL"><text value="."/></if><else><text value=","/></else></choose>
  </if>
  <else-if match="any" type="paper-conference speech">
    <group delimiter=", " suffix=", "><text macro="work"/><text macro="meeting"/><text macro="edited"/></group>
    <text macro="series"/>
    <group delimiter=", " suffix="."><text macro="house"/><text macro="when"/><text macro="pages"/></group>
  </else-if>
  <else-if type="chapter">
    <group delimiter=", " suffix=".">
      <text macro="work"/>
      <group delimiter=" "><text term="in" suffix=" "/><text variable="container-title" font-style="italic"/></group>
      <text macro="numbers"/><text macro="edited"/><text macro="series"/><text macro="house"/><text macro="when"/>
      <group delimiter=" "><label variable="chapter-number" form="short"/><text variable="chapter-number"/></group>
      <text macro="pages"/>
    </group>
  </else-if>
  <else-if type="report">
    <group delimiter=", " suffix=".">
      <text macro="work"/><text macro="house"/>
      <group delimiter=" "><text variable="genre"/><text variable="number"/></group>
      <text macro="when"/>
    </group>
  </else-if>
  <else-if type="thesis">
    <group delimiter=", " suffix="."><text macro="work"/><text variable="genre"/><text macro="house"/><text macro="when"/></group>
  </else-if>
  <else-if type="software">
    <group delimiter=". " suffix="."><text macro="work"/><text macro="when" prefix="(" suffix=")"/><text variable="genre"/><text macro="house"/></group>
  </else-if>
  <else-if match="any" type="webpage post post-weblog">
    <group delimiter=", " suffix="."><text macro="work"/><text variable="container-title"/></group>
  </else-if>
  <else-if type="patent">
    <group delimiter=", "><text macro="work"/><text variable="number"/><text macro="when"/></group>
  </else-if>
  <else-if match="any" type="book bill graphic legal_case legislation song">
    <group delimiter=", " suffix=". "><text macro="work"/><text macro="numbers"/></group>
    <text macro="series"/>
    <group delimiter=", " suffix="."><text macro="house"/><text macro="when"/><text macro="pages"/></group>
  </else-if>
  <else-if match="any" type="article-magazine article-newspaper broadcast interview manuscript map personal_communication">
    <group delimiter=", " suffix=".">
      <text macro="work"/><text variable="container-title" font-style="italic"/><text macro="numbers"/>
      <text macro="house"/><text macro="pages"/><text macro="when"/>
    </group>
  </else-if>
  <else>
    <group delimiter=", " suffix=". ">
      <text macro="work"/><text variable="container-title" font-style="italic"/><text macro="numbers"/>
    </group>
    <text macro="series"/>
    <group delimiter=", " suffix="."><text macro="house"/><text macro="pages"/><text macro="when"/></group>
  </else>
</choose>
<text macro="address"/>`;

const CITATION = `
<layout delimiter=", ">
  <group prefix="[" suffix="]" delimiter=", ">
    <text variable="citation-number"/>
    <group delimiter=" ">
      <choose>
        <if locator="page"><label variable="locator" form="short"/></if>
        <else><label variable="locator" form="short" text-case="capitalize-first"/></else>
      </choose>
      <text variable="locator"/>
    </group>
  </group>
</layout>`;

/** The text of a `.csl` file. */
export const IEEE_CSL = `<style>${WHO}${WHAT}${WHERE_AND_WHEN}<citation>${CITATION}</citation><bibliography><layout>${LAYOUT}</layout></bibliography></style>`;
