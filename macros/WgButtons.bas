Attribute VB_Name = "WgButtons"
Option Explicit

' A button calls a function in Python; everything else stands there.

Public Sub WgAddAppeal()
    RunPython "import wg_excel.excel; wg_excel.excel.press('add_appeal')"
End Sub

Public Sub WgFindSimilar()
    RunPython "import wg_excel.excel; wg_excel.excel.press('find_similar')"
End Sub

Public Sub WgWriteAppealSlip()
    RunPython "import wg_excel.excel; wg_excel.excel.press('write_appeal_slip')"
End Sub

Public Sub WgShowJournal()
    RunPython "import wg_excel.excel; wg_excel.excel.press('show_journal')"
End Sub

Public Sub WgShowStatistics()
    RunPython "import wg_excel.excel; wg_excel.excel.press('show_statistics')"
End Sub

Public Sub WgShowAnswers()
    RunPython "import wg_excel.excel; wg_excel.excel.press('show_answers')"
End Sub

Public Sub WgArchiveAppeals()
    RunPython "import wg_excel.excel; wg_excel.excel.press('archive_appeals')"
End Sub

Public Sub WgRestoreAppeals()
    RunPython "import wg_excel.excel; wg_excel.excel.press('restore_appeals')"
End Sub

Public Sub WgGatherThemes()
    RunPython "import wg_excel.excel; wg_excel.excel.press('gather_themes')"
End Sub

Public Sub WgTakeToMeeting()
    RunPython "import wg_excel.excel; wg_excel.excel.press('take_to_meeting')"
End Sub

Public Sub WgPassToSupport()
    RunPython "import wg_excel.excel; wg_excel.excel.press('pass_to_support')"
End Sub

Public Sub WgAskTeacher()
    RunPython "import wg_excel.excel; wg_excel.excel.press('ask_teacher')"
End Sub

Public Sub WgPlanTraining()
    RunPython "import wg_excel.excel; wg_excel.excel.press('plan_training')"
End Sub

Public Sub WgGiveAssignment()
    RunPython "import wg_excel.excel; wg_excel.excel.press('give_assignment')"
End Sub

Public Sub WgRecordRemark()
    RunPython "import wg_excel.excel; wg_excel.excel.press('record_remark')"
End Sub

Public Sub WgBringAnswers()
    RunPython "import wg_excel.excel; wg_excel.excel.press('bring_answers')"
End Sub

Public Sub WgCheckEntries()
    RunPython "import wg_excel.excel; wg_excel.excel.press('check_entries')"
End Sub

Public Sub WgCorrectObvious()
    RunPython "import wg_excel.excel; wg_excel.excel.press('correct_obvious')"
End Sub

Public Sub WgUndoCorrections()
    RunPython "import wg_excel.excel; wg_excel.excel.press('undo_corrections')"
End Sub

Public Sub WgImportExports()
    RunPython "import wg_excel.excel; wg_excel.excel.press('import_exports')"
End Sub

Public Sub WgBuildMonitoring()
    RunPython "import wg_excel.excel; wg_excel.excel.press('build_monitoring')"
End Sub

Public Sub WgPlanMeeting()
    RunPython "import wg_excel.excel; wg_excel.excel.press('plan_meeting')"
End Sub

Public Sub WgFillAttendance()
    RunPython "import wg_excel.excel; wg_excel.excel.press('fill_attendance')"
End Sub

Public Sub WgCarryDecisions()
    RunPython "import wg_excel.excel; wg_excel.excel.press('carry_decisions')"
End Sub

Public Sub WgWriteReminders()
    RunPython "import wg_excel.excel; wg_excel.excel.press('write_reminders')"
End Sub

Public Sub WgShowParticipation()
    RunPython "import wg_excel.excel; wg_excel.excel.press('show_participation')"
End Sub

Public Sub WgSealProtocol()
    RunPython "import wg_excel.excel; wg_excel.excel.press('seal_protocol')"
End Sub

Public Sub WgReopenProtocol()
    RunPython "import wg_excel.excel; wg_excel.excel.press('reopen_protocol')"
End Sub

Public Sub WgBuildSummary()
    RunPython "import wg_excel.excel; wg_excel.excel.press('build_summary')"
End Sub

Public Sub WgCreateProtocol()
    RunPython "import wg_excel.excel; wg_excel.excel.press('create_protocol')"
End Sub

Public Sub WgWriteProtocolFiles()
    RunPython "import wg_excel.excel; wg_excel.excel.press('write_protocol_files')"
End Sub

Public Sub WgCreateReport()
    RunPython "import wg_excel.excel; wg_excel.excel.press('create_report')"
End Sub

Public Sub WgCreateSitePage()
    RunPython "import wg_excel.excel; wg_excel.excel.press('create_site_page')"
End Sub

Public Sub WgShowComposition()
    RunPython "import wg_excel.excel; wg_excel.excel.press('show_composition')"
End Sub

Public Sub WgDraftOrder()
    RunPython "import wg_excel.excel; wg_excel.excel.press('draft_order')"
End Sub

Public Sub WgWriteMemberSheets()
    RunPython "import wg_excel.excel; wg_excel.excel.press('write_member_sheets')"
End Sub

Public Sub WgWriteAcquaintance()
    RunPython "import wg_excel.excel; wg_excel.excel.press('write_acquaintance')"
End Sub

Public Sub WgLoadStaff()
    RunPython "import wg_excel.excel; wg_excel.excel.press('load_staff')"
End Sub

Public Sub WgShowHistory()
    RunPython "import wg_excel.excel; wg_excel.excel.press('show_history')"
End Sub

Public Sub WgBackUp()
    RunPython "import wg_excel.excel; wg_excel.excel.press('back_up')"
End Sub

Public Sub OnRibbonButton(control As IRibbonControl)
    Select Case control.Tag
        Case "WgAddAppeal"
            WgAddAppeal
        Case "WgFindSimilar"
            WgFindSimilar
        Case "WgWriteAppealSlip"
            WgWriteAppealSlip
        Case "WgShowJournal"
            WgShowJournal
        Case "WgShowStatistics"
            WgShowStatistics
        Case "WgShowAnswers"
            WgShowAnswers
        Case "WgArchiveAppeals"
            WgArchiveAppeals
        Case "WgRestoreAppeals"
            WgRestoreAppeals
        Case "WgGatherThemes"
            WgGatherThemes
        Case "WgTakeToMeeting"
            WgTakeToMeeting
        Case "WgPassToSupport"
            WgPassToSupport
        Case "WgAskTeacher"
            WgAskTeacher
        Case "WgPlanTraining"
            WgPlanTraining
        Case "WgGiveAssignment"
            WgGiveAssignment
        Case "WgRecordRemark"
            WgRecordRemark
        Case "WgBringAnswers"
            WgBringAnswers
        Case "WgCheckEntries"
            WgCheckEntries
        Case "WgCorrectObvious"
            WgCorrectObvious
        Case "WgUndoCorrections"
            WgUndoCorrections
        Case "WgImportExports"
            WgImportExports
        Case "WgBuildMonitoring"
            WgBuildMonitoring
        Case "WgPlanMeeting"
            WgPlanMeeting
        Case "WgFillAttendance"
            WgFillAttendance
        Case "WgCarryDecisions"
            WgCarryDecisions
        Case "WgWriteReminders"
            WgWriteReminders
        Case "WgShowParticipation"
            WgShowParticipation
        Case "WgSealProtocol"
            WgSealProtocol
        Case "WgReopenProtocol"
            WgReopenProtocol
        Case "WgBuildSummary"
            WgBuildSummary
        Case "WgCreateProtocol"
            WgCreateProtocol
        Case "WgWriteProtocolFiles"
            WgWriteProtocolFiles
        Case "WgCreateReport"
            WgCreateReport
        Case "WgCreateSitePage"
            WgCreateSitePage
        Case "WgShowComposition"
            WgShowComposition
        Case "WgDraftOrder"
            WgDraftOrder
        Case "WgWriteMemberSheets"
            WgWriteMemberSheets
        Case "WgWriteAcquaintance"
            WgWriteAcquaintance
        Case "WgLoadStaff"
            WgLoadStaff
        Case "WgShowHistory"
            WgShowHistory
        Case "WgBackUp"
            WgBackUp
    End Select
End Sub
