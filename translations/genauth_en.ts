<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>genauth::AlertText</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pool(s) need attention</source>
        <translation>
            <numerusform>%Ln pool needs attention</numerusform>
            <numerusform>%Ln pools need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Good news of %Ln pool(s)</source>
        <translation>
            <numerusform>Good news of %Ln pool</numerusform>
            <numerusform>Good news of %Ln pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more pool(s)</source>
        <translation>
            <numerusform>and %Ln more pool</numerusform>
            <numerusform>and %Ln more pools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alert(s) open</source>
        <translation>
            <numerusform>%Ln alert open</numerusform>
            <numerusform>%Ln alerts open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::BurnUpChart</name>
    <message numerus="yes">
        <source>%Ln sample(s); the last one: %1</source>
        <translation>
            <numerusform>%Ln sample; the last one: %1</numerusform>
            <numerusform>%Ln samples; the last one: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::FieldText</name>
    <message numerus="yes">
        <source>%n more field(s) cannot be read.</source>
        <translation>
            <numerusform>%n more field cannot be read.</numerusform>
            <numerusform>%n more fields cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::FilterPanel</name>
    <message numerus="yes">
        <source>%1 · %n shown</source>
        <extracomment>%1 &quot;9 rights&quot;, %n of them are left by the filter</extracomment>
        <translation>
            <numerusform>%1 · %n shown</numerusform>
            <numerusform>%1 · %n shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::ForecastText</name>
    <message numerus="yes">
        <source>%Ln sample(s) over %1, linear</source>
        <extracomment>what a forecast is concluded from; %1 a span of time</extracomment>
        <translation>
            <numerusform>%Ln sample over %1, linear</numerusform>
            <numerusform>%Ln samples over %1, linear</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::Formatting</name>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>%Ln min ago</numerusform>
            <numerusform>%Ln min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <translation>
            <numerusform>%Ln h ago</numerusform>
            <numerusform>%Ln h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%Ln s</numerusform>
            <numerusform>%Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%Ln h</numerusform>
            <numerusform>%Ln h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::HistoryText</name>
    <message numerus="yes">
        <source>%Ln billing cycle(s)</source>
        <translation>
            <numerusform>%Ln billing cycle</numerusform>
            <numerusform>%Ln billing cycles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; use unknown in %Ln</source>
        <translation>
            <numerusform>%1; use unknown in %Ln</numerusform>
            <numerusform>%1; use unknown in %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::JournalText</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <comment>how many there are</comment>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::OrderText</name>
    <message numerus="yes">
        <source>%1 of the %Ln loaded order(s) match</source>
        <translation>
            <numerusform>%1 of the %Ln loaded order matches</numerusform>
            <numerusform>%1 of the %Ln loaded orders match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln order(s)</source>
        <translation>
            <numerusform>All %Ln order</numerusform>
            <numerusform>All %Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln order(s); GenAuth says %1</source>
        <translation>
            <numerusform>All %Ln order; GenAuth says %1</numerusform>
            <numerusform>All %Ln orders; GenAuth says %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loaded %Ln order(s)</source>
        <translation>
            <numerusform>Loaded %Ln order</numerusform>
            <numerusform>Loaded %Ln orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing of these %Ln order(s) is paid or completed.</source>
        <translation>
            <numerusform>This %Ln order is neither paid nor completed.</numerusform>
            <numerusform>None of these %Ln orders is paid or completed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paid and completed, %2 of these %Ln order(s): %1</source>
        <extracomment>%1 a sum of money, %2 a number of orders</extracomment>
        <translation>
            <numerusform>Paid and completed, %2 of this %Ln order: %1</numerusform>
            <numerusform>Paid and completed, %2 of these %Ln orders: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln amount(s) unknown)</source>
        <extracomment>%1 &quot;Paid and completed, 9 of these 12 orders: ¥ 99.00&quot;</extracomment>
        <translation>
            <numerusform>%1 (%Ln amount unknown)</numerusform>
            <numerusform>%1 (%Ln amounts unknown)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loading; %Ln order(s) so far…</source>
        <translation>
            <numerusform>Loading; %Ln order so far…</numerusform>
            <numerusform>Loading; %Ln orders so far…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln order(s) are loaded; there may be more.</source>
        <translation>
            <numerusform>Only %Ln order is loaded; there may be more.</numerusform>
            <numerusform>Only %Ln orders are loaded; there may be more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::PoolsSummary</name>
    <message numerus="yes">
        <source>%Ln overdue</source>
        <translation>
            <numerusform>%Ln overdue</numerusform>
            <numerusform>%Ln overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ended</source>
        <translation>
            <numerusform>%Ln ended</numerusform>
            <numerusform>%Ln ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln end(s) soon</source>
        <translation>
            <numerusform>%Ln ends soon</numerusform>
            <numerusform>%Ln end soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln over quota</source>
        <translation>
            <numerusform>%Ln over quota</numerusform>
            <numerusform>%Ln over quota</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contradictory</source>
        <translation>
            <numerusform>%Ln contradictory</numerusform>
            <numerusform>%Ln contradictory</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be refreshed</source>
        <translation>
            <numerusform>%Ln cannot be refreshed</numerusform>
            <numerusform>%Ln cannot be refreshed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown</source>
        <translation>
            <numerusform>%Ln unknown</numerusform>
            <numerusform>%Ln unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pool(s)</source>
        <translation>
            <numerusform>%Ln pool</numerusform>
            <numerusform>%Ln pools</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::RangeChooser</name>
    <message numerus="yes">
        <source>Last %Ln month(s)</source>
        <translation>
            <numerusform>Last %Ln month</numerusform>
            <numerusform>Last %Ln months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::RefreshSection</name>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::RehearsalDialog</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::ReportActions</name>
    <message numerus="yes">
        <source>%Ln pool(s) of which no end is known are not in it.</source>
        <translation>
            <numerusform>%Ln pool of which no end is known is not in it.</numerusform>
            <numerusform>%Ln pools of which no end is known are not in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::RightsText</name>
    <message numerus="yes">
        <source>%n right(s)</source>
        <comment>how many are included</comment>
        <translation>
            <numerusform>%n right</numerusform>
            <numerusform>%n rights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::StoreNotice</name>
    <message numerus="yes">
        <source>%n more notice(s) after this one</source>
        <translation>
            <numerusform>%n more notice after this one</numerusform>
            <numerusform>%n more notices after this one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::StoreText</name>
    <message numerus="yes">
        <source>%n pool(s) were here already and stay as they are.</source>
        <translation>
            <numerusform>%n pool was here already and stays as it is.</numerusform>
            <numerusform>%n pools were here already and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pool(s) imported; enter their access keys.</source>
        <translation>
            <numerusform>%n pool imported; enter its access key.</numerusform>
            <numerusform>%n pools imported; enter their access keys.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::TableManners</name>
    <message numerus="yes">
        <source>%Ln row(s) are copied.</source>
        <extracomment>Onto the clipboard</extracomment>
        <translation>
            <numerusform>%Ln row is copied.</numerusform>
            <numerusform>%Ln rows are copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::TrayMenu</name>
    <message numerus="yes">
        <source>and %n more pool(s)</source>
        <translation>
            <numerusform>and %n more pool</numerusform>
            <numerusform>and %n more pools</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>genauth::UsageText</name>
    <message numerus="yes">
        <source>%n right(s)</source>
        <comment>how many there are</comment>
        <translation>
            <numerusform>%n right</numerusform>
            <numerusform>%n rights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at its limit</source>
        <translation>
            <numerusform>%n at its limit</numerusform>
            <numerusform>%n at their limit</numerusform>
        </translation>
    </message>
</context>
</TS>
